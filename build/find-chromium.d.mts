export function findChromium(): { readonly path: string; readonly version: string } | null;
export function chromiumArgs(): string[];
