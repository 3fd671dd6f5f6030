/** The path of the Chromium to test with: see tools/browser.mjs. */
export function findBrowser(): Promise<string | undefined>
/** The path of a Chromium with windows. */
export function findFullBrowser(): Promise<string | undefined>
/** What Playwright must be told to start. */
export function browserForPlaywright(): Promise<{ executablePath?: string }>
