/** @type {import('../types.ts').Answer} */
export const wrongUse = { exitCode: 64, stderr: 'Unrecognized target specifier.\n' };
