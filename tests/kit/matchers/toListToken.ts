import { expect, type Page } from '@playwright/test'

import type { AccessLevel } from '../access.ts'
import { TokenListPage } from '../pages/tokenListPage.ts'
import { comesTrue, type MatcherState, type Outcome } from './outcome.ts'

/** How a token stands, as the list names it. */
export type TokenStatus = 'Active' | 'Expiring soon' | 'Expired' | 'Paused' | 'Being replaced'

/** A token in the list; what is left out may be anything. */
export interface ListedToken {
  name: string
  access?: AccessLevel
  /** A part of what the list says: "Never used", "minute". */
  lastUsed?: string
  /** How it stands. */
  status?: TokenStatus
  /** A part of what the list says: "Dec 1, 2026", "in 7 days", "Never". */
  expires?: string
}

/** What the list shows; undefined where there is no list. */
type Shown = Required<Record<keyof ListedToken, string>>[] | undefined

/** Waits until the list shows a token; with `.not`, until it is there without it. */
export async function toListToken(
  this: MatcherState,
  received: Page | TokenListPage,
  wanted: ListedToken,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  const page = received instanceof TokenListPage ? received.page : received
  let shown: Shown
  const look = async () => {
    shown = await readList(page)
    return shown?.some((token) => isWanted(token, wanted))
  }
  const asExpected = await comesTrue(expect.poll(look, options).toBe(!this.isNot))
  // Where there was no time to look even once, the message still tells what is there.
  if (!asExpected) shown ??= await readList(page)
  const place = asExpected ? '' : await tellPlace(page)
  const expected = `The list was expected ${this.isNot ? 'not to have' : 'to have'} ${tellToken(wanted)}.`
  return {
    pass: asExpected !== this.isNot,
    name: 'toListToken',
    message: () => `${expected}\n${tellShown(shown, place)}`,
  }
}

async function readList(page: Page): Promise<Shown> {
  const table = page.getByRole('table', { name: 'API Tokens', exact: true })
  if (!(await table.isVisible())) {
    return (await page.getByText('No API tokens yet', { exact: true }).isVisible()) ? [] : undefined
  }
  const headers = await table.getByRole('columnheader').allInnerTexts()
  // All rows at once, as they are at one moment.
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .evaluateAll((elements) =>
      elements.map((row) => ({
        name: row.querySelector('a')?.textContent.trim() ?? '',
        cells: [...row.querySelectorAll<HTMLElement>('td')].map((cell) => cell.innerText.trim()),
      })),
    )
  const column = (name: string) => headers.findIndex((header) => header.trim() === name)
  return rows.map(({ name, cells }) => ({
    name,
    access: cells[column('Access')] ?? '',
    lastUsed: cells[column('Last used')] ?? '',
    status: cells[column('Status')] ?? '',
    expires: cells[column('Expires')] ?? '',
  }))
}

function isWanted(
  shown: Required<Record<keyof ListedToken, string>>,
  wanted: ListedToken,
): boolean {
  return (
    shown.name === wanted.name &&
    shown.access.startsWith(wanted.access ?? '') &&
    shown.lastUsed.includes(wanted.lastUsed ?? '') &&
    (wanted.status === undefined || shown.status === wanted.status) &&
    oneLine(shown.expires).includes(wanted.expires ?? '')
  )
}

function tellToken({ name, access, lastUsed, status, expires }: ListedToken): string {
  const facts = [
    access === undefined ? [] : `the access "${access}"`,
    status === undefined ? [] : `the status "${status}"`,
    lastUsed === undefined ? [] : `"${lastUsed}" for its last use`,
    expires === undefined ? [] : `"${expires}" for its expiry`,
  ].flat()
  return `a token "${name}"${facts.length > 0 ? ` with ${facts.join(' and ')}` : ''}`
}

function tellShown(shown: Shown, place: string): string {
  if (!shown) return `No list is shown: ${place}`
  if (shown.length === 0) return 'It says that there is no token yet.'
  const rows = shown.map(({ name, access, status, lastUsed, expires }) => {
    const rest = [access, status, lastUsed, expires].map(oneLine)
    return `  "${name}", ${rest.join(', ')}`
  })
  return ['It shows:', ...rows].join('\n')
}

/** What stands in several lines, as one. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

async function tellPlace(page: Page): Promise<string> {
  const headings = await page.getByRole('heading', { level: 1 }).allTextContents()
  return `the page is "${headings.join(' ')}", ${page.url()}`
}
