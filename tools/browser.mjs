/** Finds the Chromium of the end-to-end tests. */
import { existsSync } from 'node:fs'

import { giveUp } from './setup.mjs'
import { onPath } from './systemPackage.mjs'

/** A Chromium that has no windows starts no renderer for its own toolbar, and is a fifth quicker. */
const withoutWindows = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell']
const withWindows = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const folders = ['/usr/lib64/chromium-browser']

/**
 * The Chromium to test with: CHROMIUM_PATH, a headless shell of the system, Playwright's own, or any Chromium or Chrome.
 *
 * @returns {Promise<string | undefined>} the path of its program.
 */
export async function findBrowser() {
  return (
    named('CHROMIUM_PATH') ??
    onPath(withoutWindows, folders) ??
    (await playwrightsOwn()) ??
    installedWithWindows()
  )
}

/**
 * A Chromium with windows, which alone has the back/forward cache: CHROMIUM_FULL_PATH, Playwright's own, or one of the system.
 *
 * @returns {Promise<string | undefined>} the path of its program.
 */
export async function findFullBrowser() {
  return named('CHROMIUM_FULL_PATH') ?? (await playwrightsOwn()) ?? installedWithWindows()
}

/**
 * What Playwright must be told to start, for `launchOptions`: nothing where it starts its own, of which it has two and takes the
 * one without windows by itself.
 *
 * @returns {Promise<{ executablePath?: string }>}
 */
export async function browserForPlaywright() {
  const preferred = named('CHROMIUM_PATH') ?? onPath(withoutWindows, folders)
  if (preferred) return { executablePath: preferred }
  const file = (await playwrightsOwn()) ? undefined : installedWithWindows()
  return file ? { executablePath: file } : {}
}

function named(variable) {
  const file = process.env[variable]
  if (!file) return undefined
  if (existsSync(file)) return file
  return giveUp(`There is no program at ${variable}=${file}.`, 'Correct it, or leave it out.')
}

function installedWithWindows() {
  return onPath(withWindows) ?? usualPlaces.find((file) => existsSync(file))
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}
