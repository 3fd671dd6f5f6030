import { expect, it } from 'vitest'

import { buildToken, type TokenInput } from '#src/mock/domain/token.ts'
import { withNameAndDescription } from '#src/mock/domain/tokenLifecycle.ts'
import { hashKey } from '#src/mock/domain/tokenKey.ts'
import { permissions } from '#src/kit/builders.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const key = 'edesk_0123456789ABCDEFGHIJKLMNOPQRST1r0a7H'

function make(more: Partial<TokenInput> = {}) {
  return buildToken(
    { name: 'Ship Fast', description: 'Ships', accessLevel: 'custom', expiresAt: null, ...more },
    key,
    { userId: 'usr_1', businessId: 'biz_1' },
    { now, randomBytes: (count) => new Uint8Array(count).fill(1) },
  )
}

it('a new token has only the given data, and no history', () => {
  const chosen = { tickets: 'full_access' } as const
  const input = { permissions: permissions(chosen), expiresAt: '2027-01-01T00:00:00.000Z' }
  expect(make(input)).toEqual({
    id: 'tok_1111111111111111',
    businessId: 'biz_1',
    name: 'Ship Fast',
    nameKey: 'shipfast',
    description: 'Ships',
    accessLevel: 'custom',
    permissions: permissions(chosen),
    keyHash: hashKey(key),
    keyEnding: '0a7H',
    createdAt: now.toISOString(),
    createdById: 'usr_1',
    updatedAt: now.toISOString(),
    updatedById: 'usr_1',
    lastUsedAt: null,
    expiresAt: '2027-01-01T00:00:00.000Z',
    pausedAt: null,
    replacedById: null,
    replacesId: null,
    lastAnsweredAt: null,
    lastRefusedAt: null,
    uses: {},
    refusedInARow: 0,
    attempts: 0,
    clients: [],
    quota: { left: 60_000, at: now.toISOString() },
    version: 1,
  })
})

it('a new token refers to the token that it replaces', () => {
  expect(make({ replacesId: 'tok_0' }).replacesId).toBe('tok_0')
})

it('a changed token has the next version', () => {
  const token = { ...make(), version: 7 }
  expect(
    withNameAndDescription(token, { description: 'Sails' }, { userId: 'usr_2', now }).version,
  ).toBe(8)
})
