import { expect, it } from 'vitest'

import { characterLimits } from '#src/api/generated/values.ts'
import { namesWorld } from '#src/mock/scenarios/namesWorld.ts'

const { tokens } = namesWorld(new Date('2026-11-24T09:00:00Z'))
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lengthOf = (text: string) => [...segmenter.segment(text)].length

it.each([
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['both directions', /\p{Script=Latin}.*\p{Script=Hebrew}.*\p{Script=Arabic}/u],
  ['a direction override', /\u202E/u],
  ['an unclosed isolate', /\u2067[^\u2069]*$/u],
  ['combining marks', /\p{Mn}{3}/u],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['markup', /<img /u],
  ['template and translation syntax', /\{\{.*\{name\}.*@:/u],
  ['punctuation alone', /^[\p{Punctuation}\s]+$/u],
])('one name has %s', (_what, pattern) => {
  expect(tokens.some(({ name }) => pattern.test(name))).toBe(true)
})

it('some names and descriptions have the maximum length and no line break opportunity', () => {
  const longest = (limit: number, texts: string[]) =>
    texts.filter((text) => lengthOf(text) === limit && !/\s/u.test(text))
  expect(
    longest(
      characterLimits.TokenName,
      tokens.map(({ name }) => name),
    ),
  ).toHaveLength(3)
  expect(
    longest(
      characterLimits.TokenDescription,
      tokens.map(({ description }) => description),
    ),
  ).not.toEqual([])
})
