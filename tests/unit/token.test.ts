import { describe, expect, it } from 'vitest'

import { keyEnding } from '#src/shared/keyFormat.ts'
import type { CreationRecord } from '#src/mock/domain/records.ts'
import { buildToken, canReissueKey } from '#src/mock/domain/token.ts'
import { generateKey, hashKey } from '#src/mock/domain/tokenKey.ts'
import { withNameAndDescription, withNewKey } from '#src/mock/domain/tokenLifecycle.ts'

const now = new Date('2026-11-24T09:00:00Z')
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))
const creator = { userId: 'usr_1', businessId: 'biz_1' }
const input = {
  name: 'Ship Fast',
  description: 'Ships',
  accessLevel: 'read_only' as const,
  expiresAt: null,
}
const key = generateKey(randomBytes)
const made = buildToken(input, key, creator, { now, randomBytes })

describe('a new token', () => {
  it('stores the given data and its creator, and only the hash and the ending of its key', () => {
    expect(made).toMatchObject({
      ...input,
      businessId: 'biz_1',
      nameKey: 'shipfast',
      keyHash: hashKey(key),
      keyEnding: keyEnding(key),
      createdAt: now.toISOString(),
      createdById: 'usr_1',
      lastUsedAt: null,
    })
    expect(JSON.stringify(made)).not.toContain(key.slice(6, 18))
  })
})

describe('a changed token', () => {
  const later = { userId: 'usr_2', now: new Date('2026-11-25T09:00:00Z') }

  it('has the new name, a new version and the same access', () => {
    const changed = withNameAndDescription(made, { name: 'Parcel Pal' }, later)
    expect(changed).toMatchObject({
      name: 'Parcel Pal',
      nameKey: 'parcelpal',
      description: 'Ships',
      updatedById: 'usr_2',
      updatedAt: '2026-11-25T09:00:00.000Z',
      permissions: made.permissions,
      keyHash: made.keyHash,
    })
    expect(changed.version).toBe(2)
  })

  it('keeps its name if only the description changes', () => {
    expect(withNameAndDescription(made, { description: '' }, later)).toMatchObject({
      name: 'Ship Fast',
      description: '',
    })
  })

  it('has another key after a new one was issued', () => {
    const another = generateKey(randomBytes)
    expect(withNewKey(made, another)).toEqual({
      ...made,
      keyHash: hashKey(another),
      keyEnding: keyEnding(another),
      version: 2,
    })
  })
})

describe('a repeated creation', () => {
  const creation: CreationRecord = {
    id: 'c',
    tokenId: made.id,
    bodyHash: 'h',
    createdAt: now.toISOString(),
    keyShown: false,
  }
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)

  it.each([
    ['at once', creation, made, now, true],
    ['a millisecond before ten minutes', creation, made, after(599_999), true],
    ['after ten minutes', creation, made, after(600_000), false],
    ['after the key was shown', { ...creation, keyShown: true }, made, now, false],
    ['after the first use', creation, { ...made, lastUsedAt: now.toISOString() }, now, false],
  ])('can issue a new key or not: %s', (_when, given, token, at, allowed) => {
    expect(canReissueKey(given, token, at)).toBe(allowed)
  })
})
