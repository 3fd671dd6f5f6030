import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { isWellFormedKey, keyEnding, keyPattern } from '#src/shared/keyFormat.ts'
import { randomText } from '#src/mock/domain/random.ts'
import { generateKey, hashKey, storedKey } from '#src/mock/domain/tokenKey.ts'

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))
const anyKey = fc
  .infiniteStream(fc.nat(255))
  .map((stream) => generateKey((count) => Uint8Array.from([...stream.take(count)])))

afterEach(() => vi.restoreAllMocks())

describe('a key', () => {
  it('is the prefix, 30 random characters and a checksum of six; a double click selects it completely', () => {
    expect(generateKey(randomBytes)).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  })

  it('does not depend on Math.random', () => {
    vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('poisoned')
    })
    expect(generateKey(randomBytes)).not.toBe(generateKey(randomBytes))
  })

  it('matches the documented pattern in a text', () => {
    const key = generateKey(randomBytes)
    expect(keyPattern.exec(`export EDESK="${key}"`)?.[0]).toBe(key)
  })

  it('is identified by its last four characters, and stored as 64 hexadecimal digits', () => {
    const key = generateKey(randomBytes)
    expect(keyEnding(key)).toBe(key.slice(38))
    expect(hashKey(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(storedKey(key)).toEqual({ keyHash: hashKey(key), keyEnding: key.slice(38) })
    // A published test vector of SHA-256.
    expect(hashKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is unique among 100,000', () => {
    const keys = new Set(Array.from({ length: 100_000 }, () => generateKey(randomBytes)))
    expect(keys.size).toBe(100_000)
  })
})

describe('the checksum', () => {
  it('accepts every generated key', () => {
    fc.assert(
      fc.property(anyKey, (key) => isWellFormedKey(key)),
      { numRuns: 1000 },
    )
  })

  it('detects every single changed character', () => {
    const key = generateKey(randomBytes)
    for (let position = 0; position < key.length; position += 1) {
      for (const other of base62) {
        if (other === key[position]) continue
        const changed = key.slice(0, position) + other + key.slice(position + 1)
        expect(isWellFormedKey(changed), changed).toBe(false)
      }
    }
  })

  it('detects swapped neighbours, and a missing or an added character', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(40), (key, position) => {
        const swapped =
          key.slice(0, position) +
          key.charAt(position + 1) +
          key.charAt(position) +
          key.slice(position + 2)
        expect(isWellFormedKey(swapped)).toBe(swapped === key)
        expect(isWellFormedKey(key.slice(0, position) + key.slice(position + 1))).toBe(false)
        expect(isWellFormedKey(`${key.slice(0, position)}a${key.slice(position)}`)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['', 'edesk_', 'Edesk_aaa', ' '.repeat(42), `edesk_${'-'.repeat(36)}`])(
    'rejects %j',
    (text) => {
      expect(isWellFormedKey(text)).toBe(false)
    },
  )
})

describe('random text', () => {
  it('uses each of the 62 characters equally often', () => {
    // All 256 byte values once: after skipping the unusable ones, the alphabet appears four times.
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const text = randomText(248, (count) => (count > 200 ? every : new Uint8Array([0])))
    const counts = Array.from(base62, (character) => text.split(character).length - 1)
    expect(new Set(counts)).toEqual(new Set([4]))
  })
})
