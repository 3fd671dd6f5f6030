import { expect, type Page } from '@playwright/test'

import { type AccessLevel, accessLevels } from '../access.ts'
import { assertOneOf } from '../assertOneOf.ts'
import { describePage, oneLine } from '../pages/find.ts'
import { TokenListPage } from '../pages/tokenListPage.ts'
import { assertPage, eventuallyTrue, type MatcherState, type Outcome } from './matcherResult.ts'

const statuses = [
  'Active',
  'Failing',
  'Expiring soon',
  'Expired',
  'Paused',
  'Being replaced',
] as const
/** The status of a token, as the list shows it. */
export type TokenStatus = (typeof statuses)[number]

/** A token in the list. Omitted properties match any value. */
export interface ListedToken {
  name: string
  access?: AccessLevel
  /** A part of the text in the list: "Never used", "minute". */
  lastUsed?: string
  status?: TokenStatus
  /** A part of the text in the list: "Dec 1, 2026", "in 7 days", "Never". */
  expires?: string
}

/** The tokens in the list; undefined if the page shows no list. */
type Shown = Required<Record<keyof ListedToken, string>>[] | undefined

/** Waits until the list shows a token; with `.not`, until a list without the token is shown. */
export async function toListToken(
  this: MatcherState,
  received: Page | TokenListPage,
  wanted: ListedToken,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  checkWanted(wanted)
  const page = pageOf(received)
  let shown: Shown
  const check = async () => {
    shown = await readList(page)
    return shown?.some((token) => isWanted(token, wanted))
  }
  const asExpected = await eventuallyTrue(expect.poll(check, options).toBe(!this.isNot))
  // If the timeout was too short for a single check, read the list for the message.
  if (!asExpected) shown ??= await readList(page)
  const place = asExpected ? '' : await describePage(page)
  const expected = `Expected the list ${this.isNot ? 'not to have' : 'to have'} ${describeToken(wanted)}.`
  return {
    pass: asExpected !== this.isNot,
    name: 'toListToken',
    message: () => `${expected}\n${describeList(shown, place)}`,
  }
}

/** @throws Error if a matcher got neither the list nor a page. */
function pageOf(received: Page | TokenListPage): Page {
  if (received instanceof TokenListPage) return received.page
  assertPage('toListToken', received)
  return received
}

/** @throws Error that lists the valid values, if one is not valid. */
function checkWanted(wanted: ListedToken): void {
  const properties = ['name', 'access', 'lastUsed', 'status', 'expires']
  for (const name of Object.keys(wanted)) assertOneOf('a property of a token', name, properties)
  if (wanted.access !== undefined) assertOneOf('an access level', wanted.access, accessLevels)
  if (wanted.status !== undefined) assertOneOf('a status', wanted.status, statuses)
}

async function readList(page: Page): Promise<Shown> {
  const table = page.getByRole('table', { name: 'API Tokens', exact: true })
  if (!(await table.isVisible())) {
    return (await page.getByText('No API tokens yet', { exact: true }).isVisible()) ? [] : undefined
  }
  const headers = await table.getByRole('columnheader').allInnerTexts()
  // Read all rows in one step, so that they are consistent.
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

function describeToken({ name, access, lastUsed, status, expires }: ListedToken): string {
  const facts = [
    access === undefined ? [] : `the access "${access}"`,
    status === undefined ? [] : `the status "${status}"`,
    lastUsed === undefined ? [] : `"${lastUsed}" for its last use`,
    expires === undefined ? [] : `"${expires}" for its expiry`,
  ].flat()
  return `a token "${name}"${facts.length > 0 ? ` with ${facts.join(' and ')}` : ''}`
}

function describeList(shown: Shown, place: string): string {
  if (!shown) return `The page shows no list. ${place}`
  if (shown.length === 0) return 'The list is empty.'
  const rows = shown.map(({ name, access, status, lastUsed, expires }) => {
    const rest = [access, status, lastUsed, expires].map(oneLine)
    return `  "${name}", ${rest.join(', ')}`
  })
  return ['The list shows:', ...rows].join('\n')
}
