/** The path of an installed Firefox: see tools/programs/firefox.mjs. */
export function installedFirefox(): string | undefined
