/** The path of a Chromium's program: see tools/browser.mjs. */
export function findBrowser(): Promise<string>
