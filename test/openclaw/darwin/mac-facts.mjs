// Small tools of a Mac that OpenClaw asks in passing. mac-facts.mjs <tool> <home> <arguments…>
const [tool = '', home = '', ...args] = process.argv.slice(2);

/** @type {Record<string, () => string | null>} `null`: not known, exit 1 */
const answers = {
  sw_vers: () => (args.includes('-productVersion') ? '27.0' : 'ProductName:\tmacOS\nProductVersion:\t27.0'),
  sysctl: () => null,
  scutil: () => 'alices-mac',
  dscl: () => (args.includes('NFSHomeDirectory') ? `NFSHomeDirectory: ${home}` : null),
  security: () => null,
  defaults: () => null,
  osascript: () => null,
};

const answer = answers[tool]?.() ?? null;
if (answer === null) process.exitCode = 1;
else process.stdout.write(`${answer}\n`);
