import { describe, expect, it } from 'vitest'

import { type Language, languages } from '#src/locales/languages.ts'

import { messagesOf, withoutPlaceholders } from '../support/messages.ts'

type Translated = Exclude<Language, 'en'>

/** What the glossary of a language forbids, as a pattern for each rule. */
const faults: Record<Translated, Record<string, RegExp>> = {
  de: {
    'other quotation marks than „…“': /[”«»]|(?<!„[^“]*)“/u,
    'no space before % or ms': /\d(?:%|ms)/u,
  },
  fr: {
    'other quotation marks than « … »': /[“”„]/u,
    'no narrow space (U+202F) before ; ! ?': /[^\u202f?!][;!?](?:\s|$)/u,
    'no space (U+00A0) before :': /[^\u00a0\d/]:(?:\s|$)/u,
    'no spaces (U+00A0) inside « »': /«[^\u00a0]|[^\u00a0]»/u,
  },
  es: {
    'a question without ¿': /^[^¿]*\?/u,
    'an exclamation without ¡': /^[^¡]*!/u,
    'other quotation marks than «…»': /[„]|^[^«]*“/u,
  },
  it: {
    'a space before ; : ! ?': /\p{L} [;:!?]/u,
    'a wrong accent': /\b(?:perchè|poichè|nè|sè)\b/iu,
  },
  pl: { 'other quotation marks than „…”': /[“«»]/u, 'a space before %': /\d\s%/u },
  ar: {
    'Latin punctuation': /\p{Script=Arabic}\s*[,;?]/u,
    'other quotation marks than «…»': /[“”„]/u,
    'Arabic digits': /[٠-٩]/u,
  },
  ja: {
    'half-width punctuation': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.?!:;]/u,
    'other quotation marks than 「…」': /[“”«»]/u,
    'a full-width space': /\u3000/u,
  },
}

const english = messagesOf('en')
const translated = languages.filter((language) => language !== 'en')

describe.each(translated)('in %s', (language) => {
  const messages = [...messagesOf(language)]
  const wrong = (isWrong: (text: string, original: string) => boolean) =>
    messages.flatMap(([key, message]) =>
      message
        .split(' | ')
        .filter((form) => isWrong(textOf(form), english.get(key) ?? ''))
        .map((form) => `${key}: ${form}`),
    )

  it.each(Object.entries(faults[language]))('no message has %s', (_, fault) => {
    expect(wrong((text) => fault.test(text))).toEqual([])
  })

  it('no message has two spaces, or a space at an end that the original does not have', () => {
    expect(
      wrong(
        (text, original) =>
          / {2}/.test(text) || (/^ | $/.test(text) && original.trim() === original),
      ),
    ).toEqual([])
  })

  it('each letter is one character with its accents (NFC)', () => {
    expect(wrong((text) => text !== text.normalize('NFC'))).toEqual([])
  })
})

/** The text, with a word in place of each placeholder, and without code. */
function textOf(form: string): string {
  return form
    .replaceAll(/`[^`]*`|Authorization: Bearer/g, 'x')
    .replaceAll(/\{'(.)'\}/g, '$1')
    .replaceAll(/\{[^}]*\}/g, 'x')
}

describe('a label that a message quotes', () => {
  const keysOf = Map.groupBy(english.keys(), (key) => english.get(key) ?? '')
  const quoted = [...english].flatMap(([key, message]) =>
    Array.from(message.matchAll(/“([^”{]+?)[.,]?”/g), ([, label]) => ({
      key,
      labels: keysOf.get(label ?? '') ?? [],
    })).filter(({ labels }) => labels.length > 0),
  )

  it('is found', () => {
    expect(quoted.length).toBeGreaterThan(0)
  })

  it.each(translated)('is the label of the screen in %s', (language) => {
    const messages = messagesOf(language)
    const textAt = (key: string) => withoutPlaceholders(messages.get(key) ?? '')
    const wrong = quoted.filter(
      ({ key, labels }) => !labels.some((label) => textAt(key).includes(textAt(label))),
    )
    expect(wrong.map(({ key }) => `${key}: ${textAt(key)}`)).toEqual([])
  })
})
