export function sessionCipher() {
  throw new Error('libsignal is only a stand-in here.');
}
