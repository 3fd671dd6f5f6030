/**
 * `npm run pictures`: takes the screenshots for the docs from the built demo. Time and randomness are fixed, so a screenshot
 * changes only when the product does. The key in one of them is a demo key, generated in the browser.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'

import { type Browser, chromium, type Page } from '@playwright/test'

import { browserForPlaywright } from './programs/chromium.mjs'

const build = 'dist/demo'
const folder = 'docs/pictures'
const port = process.env.PORT ?? '4184'
const baseUrl = `http://localhost:${port}`

interface Token {
  name: string
  description: string
  level: string
  /** For Custom access: the permissions other than No Access, by feature. */
  features?: Record<string, string>
  generatedAt: string
}

const tokens: Token[] = [
  {
    name: 'Ledgerly',
    description: 'Reads orders for the books',
    level: 'Read-only',
    generatedAt: '2026-11-03T09:12:00Z',
  },
  {
    name: 'Warehouse Robot',
    description: 'Keeps stock, orders and messages in step',
    level: 'Full Access',
    generatedAt: '2026-11-17T14:40:00Z',
  },
  {
    name: 'ShipFast',
    description: 'Updates shipping details',
    level: 'Custom',
    features: { 'Sales Orders': 'Full Access', Tickets: 'Read Only', Messages: 'Full Access' },
    generatedAt: '2026-11-24T09:00:00Z',
  },
]

if (!existsSync(build)) {
  console.error(`${build} does not exist. Run: npm run build`)
  process.exit(1)
}
const server = await startServer()
const browser = await chromium.launch({
  ...(await browserForPlaywright()),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  await mkdir(folder, { recursive: true })
  await takeAll(await openDemo(browser))
  console.log(`The pictures are in ${folder}.`)
} finally {
  await browser.close()
  server.kill()
}

async function takeAll(page: Page): Promise<void> {
  for (const token of tokens) {
    await openListAt(page, token.generatedAt)
    await fillForm(page, token)
    if (token.features) {
      await take(page, 'form', { height: 1240 })
      await take(page, 'form-dark', { height: 1240, scheme: 'dark' })
    }
    await page.getByRole('button', { name: 'Generate token' }).click()
    await page.getByRole('heading', { name: 'Copy your API key' }).waitFor()
    if (token.features) await take(page, 'key', { height: 520 })
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByRole('button', { name: 'Return to Token List' }).click()
    await page.getByRole('link', { name: token.name }).waitFor()
  }
  // Reload, so that no message covers the list.
  await page.reload()
  await page.getByRole('table', { name: 'API Tokens' }).waitFor()
  await take(page, 'list', { height: 540 })
  await take(page, 'list-phone-dark', { width: 360, height: 720, scheme: 'dark' })
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('heading', { name: 'ShipFast' }).waitFor()
  await take(page, 'details', { height: 1160 })
}

/** Opens a page with fixed locale, time zone and randomness. */
async function openDemo(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.5,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(() => {
    // A seeded generator. Its state survives page loads.
    let state = Number(sessionStorage.getItem('pictures') ?? 20261124)
    crypto.getRandomValues = (bytes) => {
      for (let i = 0; bytes instanceof Uint8Array && i < bytes.length; i += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        bytes[i] = state >>> 24
      }
      sessionStorage.setItem('pictures', String(state))
      return bytes
    }
  })
  return context.newPage()
}

/** Opens the list at a given time, and logs in if the session has expired. */
async function openListAt(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(time)
  await page.goto(`${baseUrl}/settings/api-tokens`)
  const account = page.getByRole('button', { name: 'Log in as Admin, Professional plan' })
  const add = page.getByRole('link', { name: 'Add a token' })
  await account.or(add).waitFor()
  if (await account.isVisible()) await account.click()
  await add.waitFor()
}

async function fillForm(page: Page, { name, description, level, features }: Token): Promise<void> {
  await page.getByRole('link', { name: 'Add a token' }).click()
  await page.getByRole('textbox', { name: 'Token Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Token Description' }).fill(description)
  await page.getByRole('radio', { name: level }).check()
  for (const [feature, permission] of Object.entries(features ?? {})) {
    const group = page.getByRole('radiogroup', { name: feature, exact: true })
    await group.getByRole('radio', { name: permission }).check()
  }
  // Move the pointer away, so that no element has its hover style.
  await page.mouse.move(0, 0)
}

async function take(
  page: Page,
  name: string,
  view: { width?: number; height: number; scheme?: 'light' | 'dark' },
): Promise<void> {
  await page.emulateMedia({ colorScheme: view.scheme ?? 'light' })
  await page.setViewportSize({ width: view.width ?? 1280, height: view.height })
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

async function startServer() {
  const child = spawn(process.execPath, ['tools/serve/serve.ts', build], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('The server did not start.')))
  })
  return child
}
