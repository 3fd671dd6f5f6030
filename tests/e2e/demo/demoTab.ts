import type { Locator, Page } from '@playwright/test'

import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'

import { expect } from '../../kit/playwright.ts'
import { timeFactor } from '../../support/timeFactor.ts'

/** How long a demo may take until its data are written: the largest has ten thousand tokens. */
export const whileWritten = { timeout: 20_000 * timeFactor }

/** Opens a link of the demo at a path, and waits until all that people see of the demo is there. */
export async function openLink(page: Page, link: string, path = '/'): Promise<void> {
  await page.goto(link ? `${path}?${link}` : path)
  await expect(handleOf(page)).toBeAttached(whileWritten)
}

export function handleOf(page: Page): Locator {
  return page.getByRole('button', { name: 'Demo panel', exact: true })
}

export function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Demo panel', exact: true })
}

/** A part of the panel. */
export function groupOf(page: Page, name: 'Clock' | 'Faults' | 'Last requests'): Locator {
  return panelOf(page).getByRole('group', { name, exact: true })
}

/** Opens the panel by its handle. */
export async function openPanel(page: Page): Promise<Locator> {
  await handleOf(page).click()
  await expect(page.getByRole('heading', { name: 'Demo panel' })).toBeFocused()
  return panelOf(page)
}

/** What the demo in a page says of itself. */
export async function stateOf(page: Page): Promise<DemoState> {
  const state = await page.evaluate(() => window.edeskDemo?.state())
  if (!state) throw new Error('There is no demo in this page.')
  return state
}

/** Sends a request past the page. Gives its status. */
function send(
  page: Page,
  request: Parameters<DemoControl['send']>[0],
): Promise<number | undefined> {
  return page.evaluate(async (sent) => (await window.edeskDemo?.send(sent))?.status, request)
}

/** Makes a token as the Admin, past the page. */
export async function makeToken(page: Page, name: string): Promise<void> {
  const body = { name, description: '', accessLevel: 'read_only' }
  expect(await send(page, { as: 'admin', method: 'POST', path: '/api/tokens', body })).toBe(201)
}

/** The ids of all tokens in a page's world. */
export function tokenIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const records = (await window.edeskDemo?.records('tokens')) as { id: string }[]
    return records.map(({ id }) => id).toSorted()
  })
}
