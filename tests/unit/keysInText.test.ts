import { describe, expect, it } from 'vitest'

import {
  containsKey,
  hiddenKeysIn,
  maskKeys,
  maskKeysIn,
  mayContainKey,
} from '#src/shared/keysInText.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

import { keyDisguises } from '../support/keyDisguises.ts'

const key = generateKey(seededBytes('key'))
const mistyped = `${key.slice(0, 20)}${key[20] === 'a' ? 'b' : 'a'}${key.slice(21)}`
const masked = `edesk_…${key.slice(-4)}`

describe('a key', () => {
  it.each(Object.entries(keyDisguises))('is recognised and masked %s', (_how, disguise) => {
    const text = `some text ${disguise(key)} more text`
    expect(containsKey(text)).toBe(true)
    expect(hiddenKeysIn(text)).toContain(key)
    const shown = maskKeys(text)
    expect(shown).toContain('some text')
    expect(shown).toContain('more text')
    expect(shown).toContain(masked)
    expect(containsKey(shown)).toBe(false)
    expect(hiddenKeysIn(shown)).toEqual([])
  })

  it('is masked each time, whatever is around it', () => {
    const text = `a ${key}, b ${mistyped}; c %65${key.slice(1)}x=1 ${key}`
    expect(maskKeys(text)).toBe(
      `a ${masked}, b edesk_…${mistyped.slice(-4)}; c edesk_…${key.slice(-3)}x=1 ${masked}`,
    )
  })

  it('is masked with whatever could be used of it', () => {
    expect(maskKeys(`edesk_${'a'.repeat(16)}`)).toBe('edesk_…aaaa')
    expect(maskKeys(`%65desk_${'a'.repeat(16)}`)).toBe('edesk_…aaaa')
    expect(maskKeys(`${key}${'b'.repeat(20)}`)).toBe('edesk_…bbbb')
  })

  it('is masked each time in a list of numbers', () => {
    const other = generateKey(seededBytes('other'))
    const list = Array.from(`${key}${other}`, (character) => character.charCodeAt(0)).join(' ')
    expect(maskKeys(`1 ${list} 2`)).toBe(`1 ${masked} edesk_…${other.slice(-4)} 2`)
  })

  it('is recognised among escapes that no key contains', () => {
    expect(maskKeys(`https:\\/\\/a.example&nbsp;\\u0065${key.slice(1)}`)).toBe(
      `https:\\/\\/a.example&nbsp;${masked}`,
    )
    // In JSON, a slash of Base64 may be written with a backslash.
    expect(hiddenKeysIn(btoa(`???${key}`).replaceAll('/', '\\/'))).toContain(key)
  })

  it('is masked in the texts and the names of a JSON value', () => {
    const value = { [key]: [key, 1, null, { a: `%65${key.slice(1)}` }], b: undefined }
    expect(maskKeysIn(value)).toEqual({ [masked]: [masked, 1, null, { a: masked }], b: undefined })
  })
})

it.each([
  'edesk_world',
  'edesk_api_tokens is a very long name of a table in a database',
  `edesk_${'a'.repeat(15)}`,
  `Edesk_${'a'.repeat(36)}`,
  `edesk_…${key.slice(-4)}`,
  '/api/tokens?search=100%25&sort=-name&a=%F0%9F%98%80',
  'C:\\edesk_world\\nothing\\u0065',
  `${btoa('a text without anything to hide').repeat(3)}==`,
  '550e8400-e29b-41d4-a716-446655440000',
  '%%%=\\\\&#;&amp;',
  '',
])('a text without a key is unchanged: %j', (text) => {
  expect(containsKey(text)).toBe(false)
  expect(maskKeys(text)).toBe(text)
})

describe('the work for a long text', () => {
  it.each([
    ...['a', 'edesk_', ' ', '\\', '%65', '=41', '&#101;', '<a ', '" + ', '+/', '\n ', '%2525'],
    ...['101 100 101 115 107 95 ', '65 ', `65${' '.repeat(99)}`],
  ])('grows with its length only: %j', (part) => {
    const cpuOf = (length: number) => {
      const text = part.repeat(length / part.length)
      maskKeys(text)
      const before = process.cpuUsage()
      maskKeys(text)
      const { user } = process.cpuUsage(before)
      return user / 1000
    }
    // Quadratic work would take minutes.
    expect(cpuOf(500_000)).toBeLessThan(5000)
  })
})

it.each([
  ['edesk_', false],
  ['edesk_prod', false],
  [key.slice(0, 11), true],
  [key, true],
  [`%65${key.slice(1)}`, true],
])('may be the beginning of a key that somebody types: %s', (text, expected) => {
  expect(mayContainKey(text)).toBe(expected)
})
