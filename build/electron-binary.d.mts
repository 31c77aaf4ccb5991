export function findElectron(): string | null;
export function canDownloadElectron(): Promise<boolean>;
export function downloadElectron(): Promise<boolean>;
