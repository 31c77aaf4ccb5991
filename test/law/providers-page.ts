import type {
  ConnectorKnowledge,
  Fact,
  KnownModel,
  ProviderKnowledge,
  Quota,
  Versions,
} from '../../app/core/providers/knowledge.ts';
import { connectors, providers } from '../../app/core/providers/index.ts';
import { ownWords } from '../../app/core/providers/own-words.ts';
import { sources } from '../../app/core/providers/sources.ts';
import type { SourceId } from '../../app/core/providers/sources.ts';

const sourceIds = Object.keys(sources) as readonly SourceId[];

/** docs/providers.md, made of the data itself; a number behind a fact is that of its source. */
export function renderProvidersPage(): string {
  return `# What Clawtender knows of providers

Written by \`npm run docs\` from \`app/core/providers\`; a test fails when this page is stale. The number behind each fact
is that of its source, at the end. An update is an edit of a table.

${[...providers.map(renderProvider), ...connectors.map(renderConnector), renderOwnWords()].join('\n')}
## Sources

${sourceIds.map(renderSource).join('\n')}
`;
}

function renderProvider(provider: ProviderKnowledge): string {
  const { name, ids, endpoints, apis, models, others, mistakenIds, variables, keys } = provider;
  return `## ${name}

${keys === 'one' ? 'One key opens all its addresses.' : 'Each of its addresses wants a key of its own.'}

${table(
  ['Id', 'Kind', 'OpenClaw', 'Stands for', ''],
  ids.map((each) => [
    code(each.id),
    each.kind,
    versionsOf(each.openclaw),
    each.of === null ? '' : code(each.of),
    cite(each),
  ]),
)}
${table(
  ['Plan', 'Region', 'Address', 'Billed', 'Set up by', ''],
  endpoints.map((each) => [
    each.plan,
    each.region ?? '',
    code(each.baseUrl),
    `${each.billing}${each.quota === null ? '' : `: ${describeQuota(each.quota)}`}`,
    each.authChoice === null ? '' : code(each.authChoice),
    cite(each),
  ]),
)}
${table(
  ['api', 'Endpoints', 'Works', ''],
  apis.map((each) => [code(each.api), each.endpoints.join(', '), each.works, cite(each)]),
)}
${renderModels(models)}${section(
  ['Not offered, and no mistake', 'Endpoints', ''],
  others.map((each) => [code(each.id), each.endpoints.join(', '), cite(each)]),
)}${section(
  ['Mistaken id', 'Meant', ''],
  mistakenIds.map((each) => [code(each.written), code(each.meant), cite(each)]),
)}${section(
  ['Variable', 'Use', 'Of', 'OpenClaw', ''],
  variables.map((each) => [
    code(each.name),
    each.use,
    each.of.map(code).join(', '),
    versionsOf(each.openclaw),
    cite(each),
  ]),
)}${renderErrors(provider)}`;
}

function describeQuota({ calls, per, each, midnightAt }: Quota): string {
  const anew = midnightAt === null ? '' : `, anew at midnight of UTC+${midnightAt}`;
  return `${calls} a ${per} for each ${each}${anew}`;
}

function renderModels(models: readonly KnownModel[]): string {
  return section(
    ['Model', 'Endpoints', 'Input', 'Context', 'Answer', 'Alias', ''],
    models.map((each) => [
      code(each.id),
      each.endpoints.join(', '),
      each.input?.join(', ') ?? '',
      count(each.contextWindow),
      count(each.maxTokens),
      each.alias ?? '',
      cite(each),
    ]),
  );
}

function renderErrors({ errors }: Pick<ProviderKnowledge, 'errors'>): string {
  return section(
    ['Error reads', 'Means', ''],
    errors.map((each) => [code(each.example), each.meaning, cite(each)]),
  );
}

/** What OpenClaw says in its log, whichever provider it is about. */
function renderOwnWords(): string {
  return `## OpenClaw itself

${renderErrors({ errors: ownWords })}`;
}

function renderConnector(connector: ConnectorKnowledge): string {
  return `## ${connector.name} (\`${connector.plugin}\`)

${table(
  ['Connector', 'Needs OpenClaw', 'Required', 'Optional', 'Needs of the gateway', 'Refuses', ''],
  connector.generations.map((each) => [
    span(each),
    each.needsOpenClaw ?? '',
    each.required.map(code).join(' '),
    each.optional.map(code).join(' '),
    each.needs.map(({ path, value }) => code(`${path}: ${String(value)}`)).join(' '),
    each.refuses.map(code).join(' '),
    cite(each),
  ]),
)}
${renderErrors(connector)}`;
}

function renderSource(id: SourceId): string {
  const { name, url, asOf } = sources[id];
  return `${numberOf(id)}. ${name}${url === null ? '' : `, <${url}>`} (${asOf ?? 'no date'})`;
}

function section(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${table(head, rows)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escape).join(' | ')} |\n`).join('');
}

function escape(cell: string): string {
  return cell.replaceAll('|', String.raw`\|`);
}

function code(text: string): string {
  return `\`${text}\``;
}

function count(tokens: number | null): string {
  return tokens === null ? '' : tokens.toLocaleString('en');
}

function span({ from, before }: { readonly from: string | null; readonly before: string | null }): string {
  if (from === null && before === null) return 'all';
  if (from === null) return `before ${before ?? ''}`;
  return before === null ? `from ${from}` : `${from} until before ${before}`;
}

function versionsOf(openclaw: Versions): string {
  if (openclaw === 'all') return 'all';
  return 'before' in openclaw ? `before ${openclaw.before}` : `seen in ${openclaw.seenIn.join(', ')}`;
}

function cite({ source }: Fact): string {
  return `[${numberOf(source)}]`;
}

function numberOf(id: SourceId): number {
  return sourceIds.indexOf(id) + 1;
}
