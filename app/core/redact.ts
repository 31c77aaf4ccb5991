/** What stands where a secret was. */
const mask = '***';

const secretName = /key|token|secret|password|passwd|passphrase|credential|authorization|cookie|signature/i;
/** Counts, not credentials: `maxTokens: 4096`. */
const countName = /tokens$/i;
/** OpenClaw complains about settings by path: `gateway.auth.token: Invalid input`. Such words are no values. */
const complaintWord =
  /^(?:is|are|was|not|no|must|invalid|expected|missing|mismatch|required|unrecognized|unknown|permission|operation|true|false|null|undefined|none)(?=$|[\s.,;:!)\]}"'])/i;
const harmlessValue = /^(?:(?:true|false|null|undefined|none|\*{3})[,;)\]}]*|Bearer|Basic|Digest)$/i;

/**
 * Masks every credential in a text: key formats of known providers, bearer headers, tokens in links, assignments and
 * JSON fields with a telling name, options such as `--token X`, credentials in URLs, and long random strings. Paths,
 * pids, ports, labels and versions stay. Never throws; masking twice changes nothing more.
 */
export function redactText(text: string): string {
  return rules.reduce((rest, rule) => rule(rest), text);
}

/** Like `redactText`, for a process's command line: a password option there may hold blanks that `ps` does not quote. */
export function redactCommandLine(line: string): string {
  return redactText(line.replace(/(--?(?:password|passphrase|passwd)(?:=|\s+))(?!-)(\S.*?)(?=\s-|$)/gi, `$1${mask}`));
}

const rules: readonly ((text: string) => string)[] = [
  maskPrivateKeys,
  maskUrlCredentials,
  maskHeaders,
  maskLinkParameters,
  maskOptions,
  maskFields,
  maskKnownKeys,
  maskLongStrings,
];

function maskPrivateKeys(text: string): string {
  return text.replace(/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g, `$1${mask}`);
}

function maskUrlCredentials(text: string): string {
  return text.replace(/(?<=:\/\/)[^\s/?#"'@]+@/g, `${mask}@`);
}

function maskHeaders(text: string): string {
  return text
    .replace(/\b(Bearer)(\s+)[^\s"',;]+/gi, (whole, scheme: string, gap: string) =>
      complaintWord.test(whole.slice(scheme.length + gap.length)) ? whole : `${scheme}${gap}${mask}`,
    )
    .replace(/\b(Authorization\\*["']?\s*[:=]\s*\\*["']?(?:Basic|Digest|Token)\s+)[^\s"'\\,;]+/gi, `$1${mask}`);
}

function maskLinkParameters(text: string): string {
  return text.replace(/([?&#])([\w.%-]+)=([^&#\s"'<>\\]*)/g, (whole, mark: string, name: string, value: string) =>
    secretName.test(name) && !harmlessValue.test(value) ? `${mark}${name}=${mask}` : whole,
  );
}

function maskOptions(text: string): string {
  return text.replace(
    /(?<![\w-])(--?[A-Za-z][\w-]*)(\s+)("[^"\n]*"?|'[^'\n]*'?|[^\s"'-]\S*)/g,
    (whole, option: string, gap: string, value: string) =>
      secretName.test(option) && !complaintWord.test(value) ? `${option}${gap}${maskQuoted(value)}` : whole,
  );
}

function maskQuoted(value: string): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return mask;
  return `${quote}${mask}${value.length > 1 && value.endsWith(quote) ? quote : ''}`;
}

/** `NAME=value`, `NAME => value`, `"name": "value"`, `name: value`; also inside JSON that is text in JSON (`\"`). */
function maskFields(text: string): string {
  // The name first and the value by itself, because the value may be a field of its own: `Environment=API_KEY=…`.
  const head = /(?<![\w.?&#-])([\w.-]+)(\\*["']?)([ \t]*(?:=>|[:=])[ \t]*)/g;
  const body = new RegExp(fieldValue, 'y');
  let masked = '';
  let done = 0;
  for (let field = head.exec(text); field !== null; field = head.exec(text)) {
    const [, name = '', quote = '', separator = ''] = field;
    if (!secretName.test(name)) continue;
    body.lastIndex = head.lastIndex;
    const value = body.exec(text)?.[0];
    if (value === undefined || !isSecretField(name, quote, separator, value)) continue;
    masked += text.slice(done, head.lastIndex) + maskValue(value);
    done = head.lastIndex = body.lastIndex;
  }
  return masked + text.slice(done);
}

const fieldValue = [
  String.raw`\\+"(?:(?!\\+")[^\n])*`,
  String.raw`"(?:[^"\\\n]|\\.)*"?`,
  String.raw`'(?:[^'\\\n]|\\.)*'?`,
  String.raw`\[[^\]\n]*\]?`,
  String.raw`[^\s"'{[][^\s"']*`,
].join('|');

function isSecretField(name: string, quote: string, separator: string, value: string): boolean {
  if (!secretName.test(name) || harmlessValue.test(value)) return false;
  if (countName.test(name) && /^\d+\D*$/.test(value)) return false;
  if (quote !== '' || !separator.includes(':')) return true;
  return !/^keys?$/i.test(name) && !complaintWord.test(value);
}

function maskValue(value: string): string {
  const escaped = /^(\\+)"/.exec(value);
  if (escaped !== null) return `${escaped[0]}${mask}`;
  if (value.startsWith('[')) return `[${mask}]`;
  return maskQuoted(value);
}

const knownKeys = [
  /\bsk-[\w-]{8,}/g,
  /(?<![\w/-])(?:ms|ak|pk|rk|xai|tvly|nvapi|glpat)-(?=[\w-]*\d)[\w-]{12,}/g,
  /\b(?:sk|pk|rk|whsec)_(?:live|test)?_?(?=\w*\d)\w{12,}/g,
  /\b(?:gh[opsur]_|github_pat_|hf_|gsk_|r8_|npm_)\w{16,}/g,
  /\bxox[a-z]-[\w-]{8,}/g,
  /\b(?:AIza|AKIA|ASIA|LTAI|AKLT|AKID)[\w-]{12,}/g,
  /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?/g,
  /\b\d{6,12}:[A-Za-z][\w-]{30,}/g,
];

function maskKnownKeys(text: string): string {
  return knownKeys.reduce((rest, key) => rest.replace(key, mask), text);
}

/** Words of 24 and more characters that are no path and look drawn by lot. */
function maskLongStrings(text: string): string {
  return text.replace(/[^\s"'`<>()[\]{},;|]{24,}/g, (word) => (isPath(word) ? word : maskRandomRuns(word)));
}

/** Hashes are common in paths (`/nix/store/…`, `.pnpm/…`), and there they are no secrets. */
function isPath(word: string): boolean {
  const path = word.replace(/^(?:[\w.-]+=|file:\/\/)/, '').replace(/(?::\d+){0,2}[:.]?$/, '');
  if (!/^(?:~|\.{1,2})?\//.test(path) || /:\/\/|[+=]/.test(path)) return false;
  if (path.split('/').some(looksLikeBase64)) return false;
  const first = path.split('/').find((part) => part !== '' && !/^[~.]+$/.test(part)) ?? '';
  return first.length < 24;
}

/** Base64 may begin with a slash. Names of folders mix cases and digits too, but then with dots, dashes or underscores. */
function looksLikeBase64(part: string): boolean {
  return (
    part.length >= 16 && /^[A-Za-z0-9]+$/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part)
  );
}

function maskRandomRuns(word: string): string {
  // A slash may part a URL or be a digit of base64: look at the parts first, then at the whole.
  return word
    .replace(/[A-Za-z0-9+_-]{24,}={0,2}(?:\.[A-Za-z0-9_-]{12,})*/g, maskRandom)
    .replace(/[A-Za-z0-9+/_-]{24,}={0,2}/g, maskRandom);
}

function maskRandom(run: string): string {
  return isRandom(run) ? mask : run;
}

function isRandom(run: string): boolean {
  const letters = run.replace(/[^A-Za-z0-9]/g, '');
  if (/^[0-9a-f]{24,}$/i.test(letters) && /\d/.test(letters)) return true;
  if (!/[A-Za-z]/.test(run) || run.length < 28 || isName(run)) return false;
  const kinds = Array.from(run, kindOf);
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  // Words change between lower case, capitals and digits at every sixth character or so, random text at every second.
  if (changes / (kinds.length - 1) >= (/\d/.test(run) ? 0.35 : 0.45)) return true;
  // One random text in some thousands keeps its cases together by chance; its letters still follow each other as no
  // words do.
  return new Set(kinds).size > 1 && shareOfCommonPairs(run) < 0.35;
}

/**
 * The 80 commonest pairs of letters in English and in the names of programs. Of three million random keys that keep
 * their cases together none had 35 % of its pairs here; of 723 such names in documents 25 had less, most of them ids.
 */
const commonPairs = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ' +
    'ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ' +
    'ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie'
  ).split(' '),
);

function shareOfCommonPairs(run: string): number {
  const pairs = Array.from(run.toLowerCase().matchAll(/(?=([a-z]{2}))/g), (match) => match[1] ?? '');
  return pairs.length === 0 ? 1 : pairs.filter((pair) => commonPairs.has(pair)).length / pairs.length;
}

/** `custom-127-0-0-1-8317/claude-opus-4-6`: words, versions and dates, as models are called. */
function isName(run: string): boolean {
  const parts = run.split(/[-_/+]/);
  return parts.length > 2 && parts.some((part) => /[A-Za-z]{4}/.test(part)) && parts.every(isPlainPart);
}

const plainParts = [
  /^\d{1,8}$/,
  /^[A-Za-z]?\d{1,4}[A-Za-z]{0,2}$/,
  /^[a-z]{1,16}\d{0,3}$/,
  /^[A-Z]{1,6}\d{0,3}$/,
  /^(?:[A-Z][a-z]{2,12}){1,3}[A-Z]{0,3}\d{0,3}$/,
];

function isPlainPart(part: string): boolean {
  return plainParts.some((shape) => shape.test(part));
}

function kindOf(character: string): string {
  if (/[a-z]/.test(character)) return 'lower';
  if (/[A-Z]/.test(character)) return 'upper';
  return /\d/.test(character) ? 'digit' : character;
}
