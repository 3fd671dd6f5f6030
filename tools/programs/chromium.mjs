/** Finds the Chromium for the end-to-end tests. */
import { existsSync } from 'node:fs'

import { fail } from '../setup/installPackages.mjs'
import { onPath } from './systemPackages.mjs'

/** A headless shell starts no renderer for its toolbar: a page starts in half the time. */
const headlessNames = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell']
const fullNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const defaultPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const folders = ['/usr/lib64/chromium-browser']

/**
 * Finds the Chromium for tests. Looks in this order: CHROMIUM_PATH, an installed headless shell, Playwright's Chromium, any
 * installed Chromium or Chrome.
 *
 * @returns {Promise<string | undefined>} the path of the executable.
 */
export async function findBrowser() {
  return (
    fromEnvironment('CHROMIUM_PATH') ??
    onPath(headlessNames, folders) ??
    (await playwrightChromium()) ??
    installedFullChromium()
  )
}

/**
 * Finds a Chromium without windows: an installed headless shell, or the one that comes with Playwright's Chromium.
 *
 * @returns {Promise<string | undefined>} the path of the executable.
 */
export async function findHeadlessShell() {
  return onPath(headlessNames, folders) ?? (await playwrightChromium())
}

/**
 * Finds a full Chromium: only that one has the back/forward cache. Looks in this order: CHROMIUM_FULL_PATH, Playwright's
 * Chromium, any installed Chromium or Chrome.
 *
 * @returns {Promise<string | undefined>} the path of the executable.
 */
export async function findFullBrowser() {
  return (
    fromEnvironment('CHROMIUM_FULL_PATH') ?? (await playwrightChromium()) ?? installedFullChromium()
  )
}

/**
 * The browser for Playwright's `launchOptions`. Empty if Playwright has its own Chromium: it then picks its headless shell by
 * itself.
 *
 * @returns {Promise<{ executablePath?: string }>}
 */
export async function browserForPlaywright() {
  const preferred = fromEnvironment('CHROMIUM_PATH') ?? onPath(headlessNames, folders)
  if (preferred) return { executablePath: preferred }
  const file = (await playwrightChromium()) ? undefined : installedFullChromium()
  return file ? { executablePath: file } : {}
}

function fromEnvironment(variable) {
  const file = process.env[variable]
  if (!file) return undefined
  if (existsSync(file)) return file
  return fail(`No file exists at ${variable}=${file}.`, 'Correct or unset the variable.')
}

function installedFullChromium() {
  return onPath(fullNames) ?? defaultPaths.find((file) => existsSync(file))
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}
