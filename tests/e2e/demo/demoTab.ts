import type { Locator, Page } from '@playwright/test'

import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'
import { expect } from '#src/kit/playwright.ts'

import { timeFactor } from '../../support/timeFactor.ts'

/** Timeout for writing a scenario's data: the largest has 10,000 tokens. */
export const seedTimeout = { timeout: 20_000 * timeFactor }

/** Opens a demo link at a path, and waits until the demo's interface is ready. */
export async function openLink(page: Page, link: string, path = '/'): Promise<void> {
  await page.goto(link ? `${path}?${link}` : path)
  await expect(handleOf(page)).toBeAttached(seedTimeout)
}

export function handleOf(page: Page): Locator {
  return page.getByRole('button', { name: 'Demo panel', exact: true })
}

export function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Demo panel', exact: true })
}

/** A section of the panel. */
export function groupOf(page: Page, name: 'Clock' | 'Faults' | 'Recent requests'): Locator {
  return panelOf(page).getByRole('group', { name, exact: true })
}

/** Opens the panel with its button. */
export async function openPanel(page: Page): Promise<Locator> {
  await handleOf(page).click()
  await expect(page.getByRole('heading', { name: 'Demo panel' })).toBeFocused()
  return panelOf(page)
}

/** Returns the state of the demo in a page. */
export async function stateOf(page: Page): Promise<DemoState> {
  const state = await page.evaluate(() => window.edeskDemo?.state())
  if (!state) throw new Error('This page has no demo.')
  return state
}

/** Sends a request to the backend without the page's interface. Returns the response status. */
function send(
  page: Page,
  request: Parameters<DemoControl['send']>[0],
): Promise<number | undefined> {
  return page.evaluate(async (request) => (await window.edeskDemo?.send(request))?.status, request)
}

/** Creates a token as the Admin, without the page's interface. */
export async function createToken(page: Page, name: string): Promise<void> {
  const body = { name, description: '', accessLevel: 'read_only' }
  expect(await send(page, { as: 'admin', method: 'POST', path: '/api/tokens', body })).toBe(201)
}

/** Returns the ids of all tokens in a page's world. */
export function tokenIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const records = (await window.edeskDemo?.records('tokens')) as { id: string }[]
    return records.map(({ id }) => id).toSorted()
  })
}
