import { expect, type Page } from '@playwright/test'

import { type AccessLevel, accessLevels } from '../access.ts'
import { assertOneOf } from '../assertOneOf.ts'
import { accessLevelLabels, statusLabels } from '../words/labels.ts'
import type { Words } from '../words/words.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { describePage, oneLine } from '../pages/find.ts'
import { tokenColumns } from '../pages/tokenListNames.ts'
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
/** The status of a token, as the list shows it in English. */
export type TokenStatus = (typeof statuses)[number]

/** A token in the list. Omitted properties match any value. */
export interface ListedToken {
  name: string
  access?: AccessLevel
  /** "Never used", or a part of the text in the list, in the language of the page: "minute". */
  lastUsed?: string
  status?: TokenStatus
  /** "Never", or a part of the text in the list, in the language of the page: "Dec 1, 2026", "in 7 days". */
  expires?: string
}

/** A token, by its texts in the list. */
type ShownToken = { name: string } & Partial<Record<keyof ListedToken, string>>

/** The tokens in the list; undefined if the page shows no list. */
type Shown = Required<ShownToken>[] | undefined

/** Waits until the list shows a token; with `.not`, until a list without the token is shown. */
export async function toListToken(
  this: MatcherState,
  received: Page | TokenListPage,
  wanted: ListedToken,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  checkWanted(wanted)
  const page = pageOf(received)
  const words = wordsOf(page)
  const inWords = textsOf(wanted, words)
  let shown: Shown
  const check = async () => {
    shown = await readList(page, words)
    return shown?.some((token) => isWanted(token, inWords))
  }
  const asExpected = await eventuallyTrue(expect.poll(check, options).toBe(!this.isNot))
  // If the timeout was too short for a single check, read the list for the message.
  if (!asExpected) shown ??= await readList(page, words)
  const place = asExpected ? '' : await describePage(page)
  const expected = `Expected the list ${this.isNot ? 'not to have' : 'to have'} ${describeToken(inWords)}.`
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

async function readList(page: Page, words: Words): Promise<Shown> {
  const table = page.getByRole('table', words.named('tokenList.table'))
  if (!(await table.isVisible())) {
    const emptyNote = page.getByText(words.text('tokenList.empty.title'), { exact: true })
    return (await emptyNote.isVisible()) ? [] : undefined
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
  const column = (name: keyof typeof tokenColumns) =>
    headers.findIndex((header) => header.trim() === words.text(tokenColumns[name]))
  return rows.map(({ name, cells }) => ({
    name,
    access: cells[column('Access')] ?? '',
    lastUsed: cells[column('Last used')] ?? '',
    status: cells[column('Status')] ?? '',
    expires: cells[column('Expires')] ?? '',
  }))
}

/** Returns the texts by which the list shows a token. */
function textsOf(
  { name, access, status, lastUsed, expires }: ListedToken,
  words: Words,
): ShownToken {
  return {
    name,
    ...(access === undefined ? {} : { access: words.text(accessLevelLabels[access]) }),
    ...(status === undefined ? {} : { status: words.text(statusLabels[status]) }),
    ...(lastUsed === undefined
      ? {}
      : { lastUsed: lastUsed === 'Never used' ? words.text('apiTokens.neverUsed') : lastUsed }),
    ...(expires === undefined
      ? {}
      : { expires: expires === 'Never' ? words.text('lifecycle.never') : expires }),
  }
}

function isWanted(shown: Required<ShownToken>, wanted: ShownToken): boolean {
  return (
    shown.name === wanted.name &&
    shown.access.startsWith(wanted.access ?? '') &&
    shown.lastUsed.includes(wanted.lastUsed ?? '') &&
    (wanted.status === undefined || shown.status === wanted.status) &&
    oneLine(shown.expires).includes(wanted.expires ?? '')
  )
}

function describeToken({ name, access, lastUsed, status, expires }: ShownToken): string {
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
