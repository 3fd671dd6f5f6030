import { expect } from 'vitest'

import { accentedText } from '../support/pseudoLanguages.ts'

/** What people, applications and the contract say, code, and texts of `Intl`, which has no pseudo language. */
const foreign =
  '[lang]:not(html), [translate=no], code, kbd, pre, samp, time, textarea, script, style'

/**
 * A message about what has just happened stays in the language in which it was shown: to say it again would disturb people with
 * screen readers.
 */
const momentary = '[role=status], [aria-live=polite], .toast'

const attributes = [
  ...['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext'],
]

const allowed = [
  // Names and units.
  /^(eDesk|ShipFast|ms)$/,
  // Days and times of Intl.
  /^(now|yesterday|tomorrow|(in )?\d+ (second|minute|hour|day|month|year)s?( ago)?)$/,
  /^\d{1,2} \w{3}( \d{4}(, \d\d:\d\d)?)?$/,
  // Methods, parameters, operations, and values of the API.
  /^[A-Z]+$/,
  /^[a-z]+([_A-Z][A-Za-z]*)+$/,
  /^(page|read_only, full_access, custom|full_access, read_only, no_access; with)$/,
  /^https?:/,
]

/** Expects that the product shows only texts from its messages. The page must be in `en-XA`. */
export function expectTranslated(): void {
  expect.soft(findPlainTexts(), 'texts that are no messages').toEqual([])
}

/** Returns the texts on the page that have no accents, without names, code and dates. */
export function findPlainTexts(): string[] {
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.checkVisibility(),
  )
  const names = new Set(elements.filter((element) => element.matches(foreign)).map(textOf))
  const texts = elements
    .filter((element) => !element.closest(`${foreign}, ${momentary}`))
    .flatMap((element) => [
      ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
    ])
  const [title = ''] = document.title.split(' – ')
  const plain = [title, ...texts].map(trim).filter((text) => isPlain(text) && !names.has(text))
  return [...new Set(plain)]
}

const textOf = ({ textContent }: Element) => trim(textContent)

/** Without the signs that isolate a name. */
const trim = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '').trim()

function isPlain(text: string): boolean {
  const isText = /\p{L}{2}/u.test(text) && !accentedText.test(text)
  return isText && !allowed.some((pattern) => pattern.test(text))
}
