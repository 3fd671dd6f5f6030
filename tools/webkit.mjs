/** Finds a WebKitGTK for the tests in several engines. */
import { existsSync, globSync } from 'node:fs'

import { onPath } from './systemPackage.mjs'

const browsers = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
]

/**
 * Looks at WEBKIT_DRIVER_PATH and for an installed WebKitWebDriver. It needs the browser that comes with the engine, and Xvfb, a
 * display without a screen.
 *
 * @returns {{ driver: string, browser: string, display: string } | undefined} the paths of the three programs.
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
