/** The programs that drive a WebKitGTK: its WebDriver, its browser and Xvfb. */
export interface WebKitPrograms {
  driver: string
  browser: string
  display: string
}

/** The paths of the programs: see tools/webkit.mjs. */
export function installedWebKit(): WebKitPrograms | undefined
