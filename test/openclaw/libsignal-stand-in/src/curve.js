export function generateKeyPair() {
  throw new Error('libsignal is only a stand-in here.');
}
export const calculateSignature = generateKeyPair;
export const verifySignature = generateKeyPair;
