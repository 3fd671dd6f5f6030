import { describe, expect, it } from 'vitest'

import { type Language, languages } from '#src/locales/languages.ts'

import { messagesOf, withoutPlaceholders } from '../support/messages.ts'

type Translated = Exclude<Language, 'en'>

/** Names, code and keys of the keyboard, which no language translates. */
const names = listOf('eDesk ShipFast cURL Starter Professional Enterprise Authorization Bearer Esc')

/** Words that are the same in the language and in English. A new entry is one word, and right in every message. */
const sameWords: Record<Translated, ReadonlySet<string>> = {
  de: listOf(`Admin Agent Backup Body Chatbot Client Code Demo Details Export Name Offline Operation Organisation Parameter
    Spam Status Tags Team Tickets Token Tokens Tour ms`),
  fr: listOf(`Action Actions Admin Agent Alt Chatbot Code Contact Contacts Conversations Ctrl D Description Expiration Guide
    Incidents Messages OK Organisation Pages Pagination Spam Tags Tickets`),
  es: listOf('Admin Alt Chatbot Ctrl D Demo General No OK Plan Spam Tickets Token Tokens'),
  it: listOf(
    `Admin Alt Backup Chatbot Client Ctrl D Demo Email No OK Offline Password Scenario Spam Team Token Tour ms`,
  ),
  pl: listOf('Agent Alt Chatbot Ctrl D Demo OK Plan Program Reset Spam Status Token ms'),
  ar: listOf('Alt Ctrl D'),
  ja: listOf('Alt Ctrl D OK'),
}

/** The reason phrases of HTTP stay in English where people read them so. */
const isReasonPhrase = (key: string, language: Translated) =>
  language === 'de' && key.includes(' apiExplorer.statuses.')

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}

/** Returns the words in Latin letters, and other signs between them one by one. */
function wordsOf(message: string): string[] {
  return withoutPlaceholders(message).match(/[\p{Script=Latin}’]+|[^\p{Script=Latin}\s]/gu) ?? []
}

const isWord = (word: string) => /^\p{Script=Latin}/u.test(word)

/** Returns four words that follow each other in both messages. */
function sharedWords(message: string, original: string): string | undefined {
  const [words, english] = [message, original].map((text) => wordsOf(text.toLowerCase()))
  const inEnglish = ` ${english?.join(' ') ?? ''} `
  return words
    ?.map((_, start) => words.slice(start, start + 4))
    .filter((run) => run.length === 4 && run.every(isWord))
    .map((run) => run.join(' '))
    .find((run) => inEnglish.includes(` ${run} `))
}

const english = messagesOf('en')

it.each<[string, string, string | undefined]>([
  ['Wählen Sie the tokens you need.', 'Choose the tokens you need.', 'the tokens you need'],
  ['Wählen Sie the tokens.', 'Choose the tokens you need.', undefined],
  ['{name}が The token is paused.', 'The token is paused.', 'the token is paused'],
])('in “%s”, finds the English words', (message, original, found) => {
  expect(sharedWords(message, original)).toBe(found)
})

describe.each(languages.filter((language) => language !== 'en'))('in %s', (language) => {
  const messages = [...messagesOf(language)]
  const same = messages
    .filter(([key, message]) => message === english.get(key) && !isReasonPhrase(key, language))
    .map(([key, message]) => ({ key, message, words: wordsOf(message).filter(isWord) }))

  it('no message is the English one, except names and words that are the same', () => {
    const isKnown = (word: string) => names.has(word) || sameWords[language].has(word)
    const untranslated = same.filter(({ words }) => !words.every(isKnown))
    expect(untranslated.map(({ key, message }) => `${key}: ${message}`)).toEqual([])
  })

  it('each word of the list is needed', () => {
    const needed = new Set(same.flatMap(({ words }) => words))
    expect([...sameWords[language]].filter((word) => !needed.has(word))).toEqual([])
  })

  it('no message has four English words of its original', () => {
    const mixed = messages.flatMap(([key, message]) => {
      const original = english.get(key) ?? ''
      const words = message === original ? undefined : sharedWords(message, original)
      return words === undefined ? [] : [`${key}: ${words}`]
    })
    expect(mixed).toEqual([])
  })
})
