/** The path of a Firefox's program: see tools/firefox.mjs. */
export function findFirefox(): Promise<string | undefined>
/** The same, without installing one. */
export function installedFirefox(): string | undefined
