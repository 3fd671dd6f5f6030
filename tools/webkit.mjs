/** Finds a WebKitGTK for the tests in several engines, or installs one. */
import { existsSync, globSync } from 'node:fs'

import { say } from './setup.mjs'
import { installBySystem, onPath } from './systemPackage.mjs'

const browsers = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
]

/**
 * Looks at WEBKIT_DRIVER_PATH and for an installed WebKitWebDriver, and then asks the system's package manager for one. It needs
 * the browser that comes with the engine, and Xvfb, a display without a screen.
 *
 * @returns {Promise<{ driver: string, browser: string, display: string } | undefined>} the paths of the three programs; undefined
 * where they cannot be installed.
 */
export async function findWebKit() {
  const found = installedWebKit()
  if (found || process.platform !== 'linux') return found
  say('No WebKitGTK found: asking the system’s package manager')
  await installBySystem('webkit2gtk-driver', 'webkit2gtk-driver')
  await installBySystem('xvfb', 'xorg-x11-server-Xvfb')
  return installedWebKit()
}

/**
 * Looks at WEBKIT_DRIVER_PATH and for an installed WebKitWebDriver.
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
