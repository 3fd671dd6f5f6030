import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nameKey } from '#src/shared/nameKey.ts'
import { applicationName, oldKeyName, parseDescription, parseName } from '#src/mock/domain/names.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

import { anyCharacter } from '../support/anyCharacter.ts'
import { keyDisguises } from '../support/keyDisguises.ts'

describe("a token's name", () => {
  it.each([
    ['  ShipFast ', 'ShipFast'],
    ['The   Ship  Fast', 'The Ship Fast'],
    ['\tShipFast\n', 'ShipFast'],
    ['Ship\u00a0\u2003Fast', 'Ship Fast'],
    ['<b>Ship</b> {{ 1 }}', '<b>Ship</b> {{ 1 }}'],
    ['שילוח \u202Emalicious', 'שילוח \u202Emalicious'],
    ['👨‍👩‍👧‍👦 family', '👨‍👩‍👧‍👦 family'],
  ])('%j is normalized to %j', (typed, normalized) => {
    expect(parseName(typed)).toEqual({ ok: true, value: normalized })
  })

  it.each([
    '',
    '   ',
    '\u200b\u200d',
    '\ufff9',
    '\u034f',
    '\u3164',
    '\u2800 \u2800',
    '\u202e',
    '\ufeff',
    '\u00ad',
  ])('%j has no visible character, and counts as missing', (typed) => {
    expect(parseName(typed)).toEqual({ ok: false, code: 'required' })
  })

  it.each(['Ship\u0007Fast', 'a\u0000b', 'a\tb', 'a\nb', 'a\u007fb', 'a\u0085b', 'a\ud800b'])(
    '%j is refused because of its control characters',
    (typed) => {
      expect(parseName(typed)).toEqual({ ok: false, code: 'control-characters' })
    },
  )

  it('can have up to 80 grapheme clusters', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(parseName(family.repeat(80)).ok).toBe(true)
    expect(parseName(family.repeat(81))).toEqual({ ok: false, code: 'too-long' })
    expect(parseName('e\u0301'.repeat(80)).ok).toBe(true)
  })

  it('is too long if hundreds of code points are joined to one cluster', () => {
    const joined = Array.from({ length: 330 }, () => '👩').join('\u200d')
    expect(parseName(joined)).toEqual({ ok: false, code: 'too-long' })
    expect(parseName(`a${'\u0301'.repeat(9)}`.repeat(80)).ok).toBe(true)
    expect(parseName(`a${'\u0301'.repeat(80)}`)).toEqual({ ok: false, code: 'too-long' })
    // The longest emoji of Unicode has ten code points.
    expect(parseName('👩🏻‍❤️‍💋‍👨🏿'.repeat(80)).ok).toBe(true)
  })

  it('does not change when it is normalized again', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (typed) => {
        const once = parseName(typed)
        if (once.ok) expect(parseName(once.value)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })
})

describe.each([
  ['name', parseName],
  ["token's description", parseDescription],
])('a %s', (_which, parse) => {
  const key = generateKey(seededBytes('key'))

  it.each(Object.entries(keyDisguises))('is refused with a key %s', (_how, disguise) => {
    // Line ends and null bytes are refused as control characters.
    expect(parse(`It is ${disguise(key)}`).ok).toBe(false)
  })

  it('can have the prefix and the ending of a key', () => {
    expect(parse(`edesk_…${key.slice(-4)} of edesk_world`).ok).toBe(true)
  })
})

describe("a token's description", () => {
  it.each([
    ['', ''],
    ['  \u200b ', ''],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a\tb', 'a b'],
    [' at the ends ', 'at the ends'],
  ])('%j is normalized to %j', (typed, normalized) => {
    expect(parseDescription(typed)).toEqual({ ok: true, value: normalized })
  })

  it('is refused with control characters or more than 500 characters', () => {
    expect(parseDescription('a\u0007b')).toEqual({ ok: false, code: 'control-characters' })
    expect(parseDescription('x'.repeat(500)).ok).toBe(true)
    expect(parseDescription('x'.repeat(501))).toEqual({ ok: false, code: 'too-long' })
  })
})

/** Letters that combine with others, or change their form beside them. */
const letters = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1 }),
  fc.constantFrom('Σ', 'σ', 'ς', 'é', 'ß', '\u0301', '\u0308'),
)
const gaps = [' ', '\u00a0', '\u200b', '\u00ad', '\u034f', '\ufff9', '\u2800']

describe('the name of the old token in a replacement', () => {
  it('identifies its key', () => {
    expect(oldKeyName('ShipFast', '7Qx2', 1)).toBe('ShipFast (old key …7Qx2)')
    expect(oldKeyName('ShipFast', '7Qx2', 2)).toBe('ShipFast (old key …7Qx2, 2)')
  })

  it("becomes the application's name if the key is left out", () => {
    const keyEnding = '7Qx2'
    const application = (name: string) => applicationName({ name, keyEnding })
    expect(application(oldKeyName('ShipFast', keyEnding, 1))).toBe('ShipFast')
    expect(application(oldKeyName('ShipFast', keyEnding, 2))).toBe('ShipFast')
    expect(application('ShipFast (old key …AAAA)')).toBe('ShipFast (old key …AAAA)')
  })

  it('has no double space if the name is cut after a word', () => {
    const words = `${'x'.repeat(63)} ${'y'.repeat(16)}`
    expect(oldKeyName(words, '7Qx2', 1)).toBe(`${'x'.repeat(63)} (old key …7Qx2)`)
  })

  it('fits the length limit, and splits no character', () => {
    const family = '👩‍👩‍👧‍👦'
    const name = oldKeyName(family.repeat(80), '7Qx2', 1)
    expect(name).toBe(`${family.repeat(64)} (old key …7Qx2)`)
  })
})

describe('two names', () => {
  it.each([
    ['Ｓhip fast', 'ship FAST'],
    ['ShipFast', 'Ship Fast'],
    ['STRASSE', 'straße'],
    ['Ship\u200bFast', 'shipfast'],
    ['ﬁnance', 'FINANCE'],
    ['Ship℠', 'shipsm'],
    ['Café', 'Cafe\u0301'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['ΟΔΟΣ Α', 'ΟΔΟΣΑ'],
    ['Café', 'Cafe\u200b\u0301'],
    ['Café', 'Cafe \u0301'],
  ])('%j and %j are equal', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('differ if a letter differs', () => {
    expect(nameKey('ShipFast')).not.toBe(nameKey('ShipFest'))
  })

  it('are equal regardless of case and spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (name) => {
        expect(nameKey(` ${name.toUpperCase()}  `)).toBe(nameKey(name.toLowerCase()))
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 40 }),
        fc.constantFrom(...gaps),
        (name, gap) => {
          expect(nameKey(Array.from(name).join(gap))).toBe(nameKey(name))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
