import { existsSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { languageValues } from '#src/api/generated/values.ts'
import {
  directionOf,
  firstLanguage,
  type Language,
  languages,
  parseLanguage,
} from '#src/locales/languages.ts'
import { pluralCategories, pluralRules } from '#src/locales/pluralRules.ts'

import { localesFolder, messagesOf } from '../support/messages.ts'

const others = languages.filter((language) => language !== 'en')

const english = messagesOf('en')
const formsOf = (message: string) => message.split(' | ')
const placeholdersOf = (message: string) =>
  new Set(Array.from(message.matchAll(/\{([^}']+)\}/g), ([, name]) => name ?? ''))

const formCounts = new Map(
  languages.map((language) => [language, pluralCategories(language).length]),
)

/** Returns the number of forms that a message can have. */
function allowedForms(message: string, language: Language): number[] {
  const count = formCounts.get(language) ?? 0
  const inEnglish = formsOf(message).length
  // A number can be without influence in English: "Show all {count}".
  if (inEnglish === 1) return [1, count]
  if (inEnglish === 2) return [count]
  // With a text for zero. Arabic has a form for it anyway.
  return language === 'ar' ? [count] : [count + 1]
}

describe('the languages', () => {
  it('are those of the contract', () => {
    expect(languages.toSorted()).toEqual(languageValues.toSorted())
  })

  it.each<[string[], Language]>([
    [['de-AT', 'en'], 'de'],
    [['sv', 'nl', 'PL'], 'pl'],
    [['sv'], 'en'],
    [['C', '', 'ar-EG'], 'ar'],
    [[], 'en'],
  ])('of a reader with %j is %s', (wanted, language) => {
    expect(firstLanguage(wanted)).toBe(language)
  })

  it('are parsed from their codes', () => {
    expect([parseLanguage('ja'), parseLanguage('JA'), parseLanguage(null)]).toEqual([
      'ja',
      undefined,
      undefined,
    ])
  })

  it('are written from left to right, but Arabic', () => {
    expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar'])
  })
})

describe('the plural rule', () => {
  it.each<[Language, number, number[]]>([
    ['de', 2, [1, 0, 1, 1]],
    ['de', 3, [0, 1, 2, 2]],
    ['fr', 2, [0, 0, 1, 1]],
    ['pl', 3, [2, 0, 1, 2]],
    ['pl', 4, [0, 1, 2, 3]],
    ['ar', 6, [0, 1, 2, 4]],
    ['ja', 1, [0, 0, 0, 0]],
    ['ja', 2, [0, 1, 1, 1]],
  ])('of %s chooses among %s forms for 0, 1, 2 and 12', (language, forms, positions) => {
    const rule = pluralRules[language]
    expect([0, 1, 2, 12].map((number) => rule?.(number, forms))).toEqual(positions)
  })

  it('chooses the last form for a category that the messages do not distinguish', () => {
    expect(pluralRules.fr?.(1_000_000, 2)).toBe(1)
  })
})

describe.each(others)('the messages in %s', (language) => {
  const messages = messagesOf(language)
  const wrong = (isWrong: (message: string, original: string) => boolean) =>
    [...messages].flatMap(([key, message]) =>
      isWrong(message, english.get(key) ?? '') ? [`${key}: ${message}`] : [],
    )

  it('have the keys of the English ones, in their order', () => {
    expect([...messages.keys()]).toEqual([...english.keys()])
  })

  it('are not empty', () => {
    expect(wrong((message, original) => (message.trim() === '') !== (original === ''))).toEqual([])
  })

  it('have the placeholders of the English ones', () => {
    const differ = wrong((message, original) => {
      const [own, theirs] = [placeholdersOf(message), placeholdersOf(original)]
      // A form such as "one token" needs no number.
      const isOptional = (name: string) =>
        formsOf(original).length > 1 && ['count', 'n'].includes(name)
      return (
        [...own].some((name) => !theirs.has(name)) ||
        [...theirs].some((name) => !own.has(name) && !isOptional(name))
      )
    })
    expect(differ).toEqual([])
  })

  it('have the plural forms that the language needs', () => {
    expect(
      wrong(
        (message, original) => !allowedForms(original, language).includes(formsOf(message).length),
      ),
    ).toEqual([])
  })

  it('have no markup, straight quotes, three dots or unescaped signs', () => {
    expect(
      wrong((message) => /<\/?\w|&\w+;|"|\.\.\.|@/.test(message.replaceAll(/\{'.'\}/g, ''))),
    ).toEqual([])
    expect(wrong((message) => /(?<!\{)'(?!\})/.test(message))).toEqual([])
  })

  it('have a glossary', () => {
    expect(existsSync(path.join(localesFolder, language, 'glossary.md'))).toBe(true)
  })
})
