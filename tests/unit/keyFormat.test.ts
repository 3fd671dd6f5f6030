import { describe, expect, it } from 'vitest'

import {
  checksumOf,
  looksLikeKey,
  isWellFormedKey,
  keyEnding,
  keyLength,
  keyPattern,
} from '#src/shared/keyFormat.ts'

const key = 'edesk_0123456789ABCDEFGHIJKLMNOPQRST1r0a7H'
const mistyped = key.replace('A', 'B')

describe('the checksum of a key', () => {
  it.each([
    // The published check value of CRC-32: 0xCBF43926 for the digits 1 to 9.
    ['123456789', '3jZRME'],
    ['', '000000'],
    [`edesk_${'0'.repeat(30)}`, '495VgU'],
    ['edesk_WXYZabcdefghijklmnopqrstuvwxyz', '1zJJea'],
    [`edesk_${'z'.repeat(30)}`, '2Kjuqf'],
  ])('of %j is %s: its CRC-32 in base 62', (text, checksum) => {
    expect(checksumOf(text)).toBe(checksum)
  })

  it('decides whether a key is well formed', () => {
    expect(isWellFormedKey(key)).toBe(true)
    expect(isWellFormedKey(mistyped)).toBe(false)
    expect(isWellFormedKey(key.replace(/.$/, 'h'))).toBe(false)
  })

  it('rejects a key with a prefix in capital letters', () => {
    const body = `EDESK_${'0'.repeat(30)}`
    expect(isWellFormedKey(body + checksumOf(body))).toBe(false)
  })
})

describe('the format of a key', () => {
  it('is the prefix and 36 letters and digits', () => {
    expect(keyLength).toBe(42)
    expect(looksLikeKey(key)).toBe(true)
    expect(looksLikeKey(mistyped)).toBe(true)
    expect(looksLikeKey(`edesk_${'9aZ'.repeat(12)}`)).toBe(true)
  })

  it.each([
    ['is too short', key.slice(0, -1)],
    ['is too long', `${key}0`],
    ['has a line at its end', `${key}\n`],
    ['has another prefix', key.replace('edesk', 'Edesk')],
    ['has a hyphen', key.replace('A', '-')],
    ['begins later', ` ${key.slice(0, -1)}`],
    ['is empty', ''],
  ])('does not match a text that %s', (_what, text) => {
    expect(looksLikeKey(text)).toBe(false)
  })

  it('matches in a longer text only if the key stands alone', () => {
    expect(keyPattern.exec(`key=${key};`)?.[0]).toBe(key)
    expect(keyPattern.test(`x${key}`)).toBe(false)
    expect(keyPattern.test(`${key}x`)).toBe(false)
    expect(keyPattern.test(key.slice(0, -1))).toBe(false)
  })

  it('ends with the four characters by which users identify keys', () => {
    expect(keyEnding(key)).toBe('0a7H')
  })
})
