import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText, nameKey, readDescription, readName } from '#src/mock/domain/names.ts'

import { anyCharacter } from '../support/anyText.ts'

describe("a token's name", () => {
  it.each([
    ['  ShipFast ', 'ShipFast'],
    ['The   Ship  Fast', 'The Ship Fast'],
    ['\tShipFast\n', 'ShipFast'],
    ['Ship\u00a0\u2003Fast', 'Ship Fast'],
    ['<b>Ship</b> {{ 1 }}', '<b>Ship</b> {{ 1 }}'],
    ['שילוח \u202Emalicious', 'שילוח \u202Emalicious'],
    ['👨‍👩‍👧‍👦 family', '👨‍👩‍👧‍👦 family'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readName(typed)).toEqual({ ok: true, value: kept })
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
  ])('%j shows nothing, and is missing', (typed) => {
    expect(readName(typed)).toEqual({ ok: false, code: 'required' })
  })

  it.each(['Ship\u0007Fast', 'a\u0000b', 'a\tb', 'a\nb', 'a\u007fb', 'a\u0085b', 'a\ud800b'])(
    '%j has control characters, and is refused',
    (typed) => {
      expect(readName(typed)).toEqual({ ok: false, code: 'control-characters' })
    },
  )

  it('may have 80 characters as people count them, and no more', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(readName(family.repeat(80)).ok).toBe(true)
    expect(readName(family.repeat(81))).toEqual({ ok: false, code: 'too-long' })
    expect(readName('e\u0301'.repeat(80)).ok).toBe(true)
  })

  it('is the same after it was read a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (typed) => {
        const once = readName(typed)
        if (once.ok) expect(readName(once.value)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })
})

describe("a token's description", () => {
  it.each([
    ['', ''],
    ['  \u200b ', ''],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a\tb', 'a b'],
    [' at the ends ', 'at the ends'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readDescription(typed)).toEqual({ ok: true, value: kept })
  })

  it('is refused with control characters, or above 500 characters', () => {
    expect(readDescription('a\u0007b')).toEqual({ ok: false, code: 'control-characters' })
    expect(readDescription('x'.repeat(500)).ok).toBe(true)
    expect(readDescription('x'.repeat(501))).toEqual({ ok: false, code: 'too-long' })
  })
})

/** Letters that go together with others, or look another way beside them. */
const letters = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1 }),
  fc.constantFrom('Σ', 'σ', 'ς', 'é', 'ß', '\u0301', '\u0308'),
)
const gaps = [' ', '\u00a0', '\u200b', '\u00ad', '\u034f', '\ufff9', '\u2800']

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
  ])('%j and %j are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('differ where a letter differs', () => {
    expect(nameKey('ShipFast')).not.toBe(nameKey('ShipFest'))
  })

  it('are the same whatever their case and spaces', () => {
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

describe('a text that is searched', () => {
  it.each([
    [' Ship\n\u1680FAST ', 'ship fast'],
    ['\u2800a\u00a0\u2800b', 'a b'],
    ['CAFE\u200b\u0301', 'café'],
    ['℠', 'sm'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})
