import AxeBuilder from '@axe-core/playwright'
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

interface Guards {
  /** Lets answers of the API with these statuses be, which browsers write to the console as errors; 0 is one that gets lost. */
  allowStatuses(...statuses: number[]): void
}

interface Fixtures {
  guards: Guards
}

/**
 * Every test fails on an error or a warning in the console, an uncaught exception, a violation of the Content-Security-Policy
 * or a request to another host, in any page of its context.
 */
export const test = base.extend<Fixtures>({
  guards: [
    async ({ context, baseURL }, use) => {
      const allowed = new Set<number>()
      const faults: string[] = []
      watch(context, new URL(baseURL ?? '').origin, allowed, faults)
      await use({
        allowStatuses(...statuses) {
          for (const status of statuses) allowed.add(status)
        },
      })
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

function watch(
  context: BrowserContext,
  origin: string,
  allowed: Set<number>,
  faults: string[],
): void {
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    const told = /the server responded with a status of (\d+)/.exec(message.text())?.[1]
    const status = message.text().includes('net::ERR_FAILED') ? 0 : Number(told)
    if (/\/(api|v1)\//.test(message.location().url) && allowed.has(status)) return
    // Playwright says so itself where a test asks it to block workers.
    if (message.text() === 'Service Worker registration blocked by Playwright') return
    faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin) faults.push(`elsewhere: ${request.url()}`)
  })
}

export type Account = 'Admin, Professional' | 'Agent, Professional' | 'Admin, Starter'

/** Opens an address and logs in with a demo account's button on the way. */
export async function logIn(page: Page, account: Account, address = '/'): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: `Log in as ${account} plan` }).click()
  await expect(page).not.toHaveURL(/\/login/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
  await expect(page.getByRole('heading', { name: 'Log in to eDesk' })).toBeVisible()
}

export async function openForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a token' }).click()
  await expect(page.getByRole('heading', { name: 'Add a token' })).toBeFocused()
}

/** Fills in the form, and leaves the permissions of Custom at No Access where none are given. */
export async function fillForm(
  page: Page,
  { name = 'ShipFast', description = '', level = 'Read-only' } = {},
): Promise<void> {
  await page.getByRole('textbox', { name: 'Token Name' }).fill(name)
  if (description) await page.getByRole('textbox', { name: 'Token Description' }).fill(description)
  await page
    .getByRole('radiogroup', { name: 'Select Access Level' })
    .getByRole('radio', { name: level })
    .check()
}

/** On the form: generates the token. Gives its key. */
export async function generate(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
  return page.getByRole('textbox', { name: 'API key' }).inputValue()
}

/** From the list: adds a token and comes back. Gives its key. */
export async function addToken(
  page: Page,
  wanted: Parameters<typeof fillForm>[1] = {},
): Promise<string> {
  await openForm(page)
  await fillForm(page, wanted)
  const key = await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
  return key
}

/** No rule is off, and no part of the page is left out. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are measured as they are in the end: what still moves is brought there first.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
      else animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }))
  expect(told).toEqual([])
}

/** The page fits into its width. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const outside = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    )
    return [`${scrollWidth} > ${clientWidth}`, ...outside.map(({ outerHTML }) => outerHTML)]
  })
  expect(tooWide, 'what the page is wider by than the window').toEqual([])
}

export type Fault =
  | 'lost'
  | 'lost-after-commit'
  | 'rubbish'
  | 'html'
  | 'never'
  | { status: number }
  | { late: number }

/**
 * Lets calls of the page fail, before or after the backend has seen them: what `fetch` gives is changed in the page, so that the
 * service worker and all behind it stay as they are.
 *
 * @param calls for example `{ 'POST /api/tokens': ['lost'] }`: the first call fails, the next ones do not.
 */
export async function injectFaults(page: Page, calls: Record<string, Fault[]>): Promise<void> {
  await page.addInitScript(faultyFetch, calls)
  if (page.url() !== 'about:blank') await page.evaluate(faultyFetch, calls)
}

function faultyFetch(calls: Record<string, unknown[]>): void {
  const real = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const address = `${request.method} ${new URL(request.url).pathname}`
    const pattern = Object.keys(calls).find((key) =>
      new RegExp(`^${key.replaceAll('*', '[^/]+')}$`).test(address),
    )
    const fault = pattern === undefined ? undefined : (calls[pattern]?.shift() as Fault | undefined)
    if (fault === undefined) return real(request)
    if (fault === 'lost') throw new TypeError('Failed to fetch')
    if (fault === 'lost-after-commit') {
      await real(request)
      throw new TypeError('Failed to fetch')
    }
    const type = { 'Content-Type': 'application/json' }
    if (fault === 'rubbish') return new Response('{"items": [', { headers: type })
    if (fault === 'html')
      return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
    if (fault === 'never') {
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
      })
    }
    if ('late' in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.late))
      return real(request)
    }
    return new Response('{}', { status: fault.status, headers: type })
  }
}
