import { valueOf } from '../model/reading.ts';
import type { ConfigSyntaxError } from '../model/config-file.ts';
import type { Evidence } from '../model/evidence.ts';
import { severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** The configuration is no JSON5. A running gateway goes on with the old one, and does not start again. */
export const configSyntax: Rule<'config-syntax'> = {
  code: 'config-syntax',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const content = valueOf(snapshot.config)?.content;
    if (content?.kind !== 'broken') return [];
    const { file, line, column, message } = content;
    return [
      makeFinding('config-syntax', file, {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { path: file, line, column, message },
        evidence: excerptEvidence(content),
      }),
    ];
  },
};

/** The lines around the error, values masked; without them the parser's own words. */
function excerptEvidence({ file, line, column, message, excerpt }: ConfigSyntaxError): readonly Evidence[] {
  const first = Math.max(1, line - 1);
  const command = `sed -n '${first},${line + 1}p' ${quote(file)}`;
  const lines = excerpt.filter((text) => text.trim() !== '');
  return [...lines, `${line}:${column}: ${message}`].map((text) => ({ command, line: text }));
}
