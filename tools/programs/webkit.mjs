/** Finds the WebKitGTK for the cross-engine tests. */
import { existsSync, globSync } from 'node:fs'

import { onPath } from './systemPackages.mjs'

const browsers = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
]

/**
 * Finds a WebKitWebDriver: WEBKIT_DRIVER_PATH if it is set, else an installed one. It also needs the MiniBrowser of WebKitGTK,
 * and Xvfb, a virtual display.
 *
 * @returns {{ driver: string, browser: string, display: string } | undefined} the paths of the three executables.
 */
export function installedWebKit() {
  const { WEBKIT_DRIVER_PATH } = process.env
  const given =
    WEBKIT_DRIVER_PATH && existsSync(WEBKIT_DRIVER_PATH) ? WEBKIT_DRIVER_PATH : undefined
  const driver = WEBKIT_DRIVER_PATH ? given : onPath(['WebKitWebDriver'])
  const browser = globSync(browsers).sort().at(-1)
  const display = onPath(['Xvfb'])
  return driver && browser && display ? { driver, browser, display } : undefined
}
