/** Finds a Firefox for the tests in several engines, or installs one. */
import { existsSync } from 'node:fs'

import { say } from './setup.mjs'
import { installBySystem, onPath } from './systemPackage.mjs'

const names = ['firefox-esr', 'firefox']
const usualPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
]

/**
 * Looks at FIREFOX_PATH and for an installed Firefox, and then asks the system's package manager for one.
 *
 * @returns {Promise<string | undefined>} the path of its program; undefined where it cannot be installed.
 */
export async function findFirefox() {
  const found = installedFirefox()
  if (found) return found
  say('No Firefox found: asking the system’s package manager')
  await installBySystem('firefox-esr', 'firefox')
  return installedFirefox()
}

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
