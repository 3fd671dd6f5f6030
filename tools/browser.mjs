/** Finds a Chromium for the end-to-end tests, or installs one. */
import { existsSync } from 'node:fs'

import { giveUp, run, say } from './setup.mjs'
import { installBySystem, onPath } from './systemPackage.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Looks, in this order, at CHROMIUM_PATH, for an installed Chromium or Chrome, for Playwright's own download, and then asks
 * Playwright and the system's package manager for one.
 *
 * @returns {Promise<string>} the path of its program.
 */
export async function findBrowser() {
  const found = given() ?? installed() ?? (await playwrightsOwn())
  if (found) return found

  say('No Chromium found: asking Playwright for its own (about 150 MB)')
  await run('playwright', ['install', 'chromium'])
  const downloaded = await playwrightsOwn()
  if (downloaded) return downloaded

  say('That did not work: asking the system’s package manager')
  await installBySystem('chromium')
  return (
    installed() ??
    giveUp(
      'The end-to-end tests need Chromium, and none could be found or installed.',
      'Bring one, then run npm test again:\n' +
        '- Debian, Ubuntu: sudo apt-get install chromium\n' +
        '- Fedora: sudo dnf install chromium\n' +
        '- macOS: brew install --cask google-chrome\n' +
        'or name the one you have: CHROMIUM_PATH=/path/to/chrome npm test',
    )
  )
}

function given() {
  const file = process.env.CHROMIUM_PATH
  if (!file) return undefined
  if (existsSync(file)) return file
  return giveUp(`There is no program at CHROMIUM_PATH=${file}.`, 'Correct it, or leave it out.')
}

function installed() {
  return onPath(names) ?? usualPlaces.find((file) => existsSync(file))
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}
