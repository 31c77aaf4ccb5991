import os from 'node:os';

/**
 * Takes out of a transcript what is a person's: names of the user and the machine, environment values, and which
 * programs that are not Apple's are installed. What the parsers read stays as it was printed.
 *
 * @param {string} text
 * @returns {string}
 */
export function redactTranscript(text) {
  const { username, homedir } = os.userInfo();
  return withoutEnvironmentValues(text)
    .split('\n')
    .filter((line) => !namesForeignJob(line))
    .join('\n')
    .replaceAll(homedir, '/Users/alice')
    .replaceAll(os.hostname(), 'alices-mac')
    .replace(new RegExp(String.raw`\b${escape(username)}\b`, 'g'), 'alice');
}

/** `KEY => value` inside the environment blocks of `launchctl print`. @param {string} text */
function withoutEnvironmentValues(text) {
  return text.replaceAll(
    /^(\t+)((?:inherited |default )?environment = \{\n)([^]*?)^\1\}/gm,
    (_all, indent, head, body) => {
      return `${indent}${head}${body.replaceAll(/ => .*$/gm, ' => removed')}${indent}}`;
    },
  );
}

/** Rows of `launchctl list`, `print gui/…` and `print-disabled` about jobs that are not Apple's. @param {string} line */
function namesForeignJob(line) {
  const label = /^\s*(?:-|\d+)\s+(?:-|-?\d+)\s+(\S+)$/.exec(line)?.[1] ?? /^\s*"([^"]+)" => (?:\S+)$/.exec(line)?.[1];
  return label !== undefined && /[.]/.test(label) && !/^com\.(?:apple|example)\./.test(label);
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
