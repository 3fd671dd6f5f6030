/** Finds the Firefox for the cross-engine tests. */
import { existsSync } from 'node:fs'

import { onPath } from './systemPackages.mjs'

const names = ['firefox-esr', 'firefox']
const defaultPaths = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
]

/**
 * Finds a Firefox: FIREFOX_PATH if it is set, else an installed one.
 *
 * @returns {string | undefined} the path of the executable.
 */
export function installedFirefox() {
  const { FIREFOX_PATH } = process.env
  if (FIREFOX_PATH) return existsSync(FIREFOX_PATH) ? FIREFOX_PATH : undefined
  return onPath(names) ?? defaultPaths.find((file) => existsSync(file))
}
