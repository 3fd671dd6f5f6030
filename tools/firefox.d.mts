/** The path of a Firefox's program: see tools/firefox.mjs. */
export function installedFirefox(): string | undefined
