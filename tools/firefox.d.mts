/** The path of an installed Firefox: see tools/firefox.mjs. */
export function installedFirefox(): string | undefined
