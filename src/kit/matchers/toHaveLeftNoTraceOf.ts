import type { BrowserContext, Page } from '@playwright/test'

import { contextLogOf } from '../guards/contextLog.ts'
import { assertPage, hasMethod, type MatcherState, type Outcome } from './matcherResult.ts'
import { findTraces } from './tracesInPage.ts'

/** The length of a part of a key that counts as a trace: too long for a coincidence, and longer than the four that are public. */
const traceLength = 12

/** The places that are visible to the user. */
const visiblePlaces = ['the page', 'the form fields']

/**
 * Searches for a key, and for any twelve consecutive characters of it, in everything that a page or a browser context stores,
 * shows, requests and logs to the console.
 *
 * @param options `whileShown: true` ignores the visible page and its fields, where the key may be shown at the moment.
 */
export async function toHaveLeftNoTraceOf(
  this: MatcherState,
  received: Page | BrowserContext,
  key: string,
  { whileShown = false }: { whileShown?: boolean } = {},
): Promise<Outcome> {
  if (!hasMethod(received, 'pages')) assertPage('toHaveLeftNoTraceOf', received)
  const context = 'pages' in received ? received : received.context()
  const pages = 'pages' in received ? received.pages() : [received]
  const pieces = piecesOf(key)
  const found: string[] = []
  for (const page of pages) {
    if (!page.url().startsWith('http')) continue
    const places = await page.evaluate(findTraces, pieces)
    const hidden = places.filter((place) => !(whileShown && visiblePlaces.includes(place)))
    found.push(...hidden.map((place) => `${place} of ${withoutQuery(page.url())}`))
  }
  const { consoleTexts, requestTexts } = contextLogOf(context)
  const ownPlaces = {
    'the console messages': consoleTexts.join('\n'),
    'the URLs and bodies of requests': requestTexts.join('\n'),
    'the cookies and storages of the browser': JSON.stringify(await context.storageState()),
  }
  for (const [place, text] of Object.entries(ownPlaces)) {
    if (pieces.some((piece) => text.includes(piece))) found.push(place)
  }
  const ending = key.slice(-4)
  return {
    pass: found.length === 0,
    name: 'toHaveLeftNoTraceOf',
    message: () =>
      this.isNot
        ? `Expected a trace of the key …${ending}, but found none.`
        : [
            `Expected no trace of the key …${ending} (twelve consecutive characters). It is in:`,
            ...found.map((place) => `  ${place}`),
          ].join('\n'),
  }
}

/** Returns all parts of a key that count as a trace. The prefix is not secret. */
function piecesOf(key: string): string[] {
  const secret = key.replace(/^edesk_/, '')
  if (secret.length < traceLength) throw new Error(`"${secret}" is too short to be a key.`)
  return Array.from({ length: secret.length - traceLength + 1 }, (_, start) =>
    secret.slice(start, start + traceLength),
  )
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url
}
