export function deriveSecrets() {
  throw new Error('libsignal is only a stand-in here.');
}
export const encrypt = deriveSecrets;
export const decrypt = deriveSecrets;
export const calculateMAC = deriveSecrets;
