/** Finds a Firefox for the tests in several engines. */
import { existsSync } from 'node:fs'

import { onPath } from './systemPackage.mjs'

const names = ['firefox-esr', 'firefox']
const usualPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
]

/**
 * Looks at FIREFOX_PATH and for an installed Firefox.
 *
 * @returns {string | undefined} the path of its program.
 */
export function installedFirefox() {
  const { FIREFOX_PATH } = process.env
  if (FIREFOX_PATH) return existsSync(FIREFOX_PATH) ? FIREFOX_PATH : undefined
  return onPath(names) ?? usualPlaces.find((file) => existsSync(file))
}
