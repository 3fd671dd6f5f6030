/** The executables for WebKitGTK tests: its WebDriver, its MiniBrowser and Xvfb. */
export interface WebKitPrograms {
  driver: string
  browser: string
  display: string
}

/** The paths of the executables: see tools/programs/webkit.mjs. */
export function installedWebKit(): WebKitPrograms | undefined
