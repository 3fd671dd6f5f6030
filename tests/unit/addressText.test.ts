import { describe, expect, it } from 'vitest'

import {
  addressChoiceOf,
  allowedAddressesOf,
  anywhere,
  isSameChoice,
} from '#src/features/api-tokens/form/addressChoice.ts'
import { readAddresses, remarksOn } from '#src/features/api-tokens/form/addressText.ts'

describe('readAddresses', () => {
  it.each([
    ['lines', '203.0.113.7\n198.51.100.0/24\r\n2001:db8::1\n'],
    ['a line with commas', '203.0.113.7, 198.51.100.0/24,2001:db8::1'],
    ['spaces and tabs', '  203.0.113.7\t198.51.100.0/24   2001:DB8::1 '],
    ['JSON', '["203.0.113.7", "198.51.100.9/24", "2001:db8:0::1"]'],
    ['a table', '| 203.0.113.7 | 198.51.100.0/24 | 2001:db8::1 |'],
    ['bracketed addresses', '203.0.113.7; 198.51.100.0/24; [2001:db8::1]'],
  ])('reads addresses pasted as %s', (_source, text) => {
    const { ranges, errors, normalized } = readAddresses(text)
    expect(errors).toEqual([])
    expect(ranges).toEqual(['203.0.113.7', '198.51.100.0/24', '2001:db8::1'])
    expect(normalized).toBe('203.0.113.7\n198.51.100.0/24\n2001:db8::1')
  })

  it('returns each one once, and an empty list for an empty text', () => {
    expect(readAddresses('203.0.113.7 203.0.113.7/32').ranges).toEqual(['203.0.113.7'])
    expect(readAddresses(' \n, ')).toEqual({ count: 0, ranges: [], errors: [], normalized: '' })
  })

  it('names the line, the text and the place of each mistake, and leaves it as it is', () => {
    const { ranges, errors, normalized } = readAddresses('203.0.113.7\nmy server\n010.0.0.1')
    expect(ranges).toBeUndefined()
    expect(errors).toEqual([
      { line: 2, text: 'my', code: 'not-an-address', start: 12, end: 14 },
      { line: 2, text: 'server', code: 'not-an-address', start: 15, end: 21 },
      { line: 3, text: '010.0.0.1', code: 'leading-zeros', start: 22, end: 31 },
    ])
    expect(normalized).toBe('203.0.113.7\nmy\nserver\n010.0.0.1')
  })

  it('accepts 50, and no more', () => {
    const many = Array.from({ length: 51 }, (_, host) => `203.0.113.${host}`)
    expect(readAddresses(many.slice(1).join('\n')).ranges).toHaveLength(50)
    expect(readAddresses(many.join('\n'))).toMatchObject({ count: 51, ranges: undefined })
  })

  it('keeps every character group of 10,000 pasted characters', () => {
    const text = '203.0.113.7/24 '.repeat(667)
    const { count, ranges, normalized } = readAddresses(text)
    expect([count, ranges]).toEqual([667, undefined])
    expect(normalized.split('\n')).toHaveLength(667)
  })
})

describe('remarksOn', () => {
  it('tells of private, wide, doubled and contained ranges', () => {
    const text = '10.0.0.1\n0.0.0.0/0\n203.0.113.0/24\n203.0.113.7\n10.0.0.1\nserver'
    expect(remarksOn(text)).toEqual([
      { kind: 'private', ranges: ['10.0.0.1'] },
      { kind: 'too-wide', ranges: ['0.0.0.0/0'] },
      { kind: 'twice', ranges: ['10.0.0.1'] },
      { kind: 'within', inner: '10.0.0.1', outer: '0.0.0.0/0' },
      { kind: 'within', inner: '203.0.113.0/24', outer: '0.0.0.0/0' },
      { kind: 'within', inner: '203.0.113.7', outer: '0.0.0.0/0' },
    ])
    expect(remarksOn('203.0.113.7\n198.51.100.0/24\n2001:db8::/32')).toEqual([])
    expect(remarksOn('')).toEqual([])
  })
})

describe('the choice of addresses', () => {
  it('sends no addresses for anywhere, and none that are missing or wrong', () => {
    expect(allowedAddressesOf(anywhere)).toEqual([])
    expect(allowedAddressesOf({ isLimited: false, text: 'x', ranges: undefined })).toEqual([])
    expect(allowedAddressesOf({ isLimited: true, text: '', ranges: [] })).toBeUndefined()
    expect(allowedAddressesOf({ isLimited: true, text: 'x', ranges: undefined })).toBeUndefined()
    expect(allowedAddressesOf(addressChoiceOf(['203.0.113.7']))).toEqual(['203.0.113.7'])
  })

  it('is the same as another one without a difference that counts', () => {
    const limited = addressChoiceOf(['203.0.113.7'])
    expect(isSameChoice(anywhere, { ...anywhere, text: '203.0.113.7' })).toBe(true)
    expect(isSameChoice(limited, { ...limited, text: '203.0.113.7\n' })).toBe(true)
    expect(isSameChoice(limited, { ...limited, text: '203.0.113.8' })).toBe(false)
    expect(isSameChoice(limited, { ...limited, isLimited: false })).toBe(false)
  })
})
