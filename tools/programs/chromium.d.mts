/** The path of the Chromium for tests: see tools/programs/chromium.mjs. */
export function findBrowser(): Promise<string | undefined>
/** The path of a Chromium without windows. */
export function findHeadlessShell(): Promise<string | undefined>
/** The path of a full Chromium, not a headless shell. */
export function findFullBrowser(): Promise<string | undefined>
/** The browser for Playwright's `launchOptions`. */
export function browserForPlaywright(): Promise<{ executablePath?: string }>
