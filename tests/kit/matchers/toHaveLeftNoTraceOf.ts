import type { BrowserContext, Page } from '@playwright/test'

import { logOf } from '../guards/contextLog.ts'
import type { MatcherState, Outcome } from './outcome.ts'
import { tracesInPage } from './tracesInPage.ts'

/** So many characters of a key in a row are more than chance, and more than the four that may be known. */
const enough = 12

/** The places of a page that people see. */
const shownIn = ['the page', 'the fields']

/**
 * Looks for a key, and for any twelve characters of it in a row, in all that a page or a whole browser context keeps, shows, has
 * asked and has written to the console.
 *
 * @param options `whileShown: true` leaves out what the page shows and its fields: the key may be there now, and nowhere else.
 */
export async function toHaveLeftNoTraceOf(
  this: MatcherState,
  received: Page | BrowserContext,
  key: string,
  { whileShown = false }: { whileShown?: boolean } = {},
): Promise<Outcome> {
  const context = 'pages' in received ? received : received.context()
  const pages = 'pages' in received ? received.pages() : [received]
  const places: [place: string, text: string][] = []
  for (const page of pages) {
    if (!page.url().startsWith('http')) continue
    for (const [place, text] of await page.evaluate(tracesInPage)) {
      if (whileShown && shownIn.includes(place)) continue
      places.push([`${place} of ${withoutQuery(page.url())}`, text])
    }
  }
  const { said, asked } = logOf(context)
  places.push(
    ['what was written to the console', said.join('\n')],
    ['the addresses and bodies of requests', asked.join('\n')],
    ['the cookies and storages of the browser', JSON.stringify(await context.storageState())],
  )
  const found = places.filter(([, text]) => piecesOf(key).some((piece) => text.includes(piece)))
  const ending = key.slice(-4)
  return {
    pass: found.length === 0,
    name: 'toHaveLeftNoTraceOf',
    message: () =>
      this.isNot
        ? `A trace of the key …${ending} was expected, and there is none.`
        : [
            `The key …${ending}, or twelve characters of it in a row, was expected to be nowhere. It is in:`,
            ...found.map(([place]) => `  ${place}`),
          ].join('\n'),
  }
}

/** The prefix is no secret. */
function piecesOf(key: string): string[] {
  const secret = key.replace(/^edesk_/, '')
  if (secret.length < enough) throw new Error(`"${secret}" is too short for a key to look for.`)
  return Array.from({ length: secret.length - enough + 1 }, (_, start) =>
    secret.slice(start, start + enough),
  )
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url
}
