import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { hashKey } from '#src/mock/domain/tokenKey.ts'

import { startServerWithToken } from '../support/serverWithToken.ts'
import { invalidFieldsOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

describe('the search for found keys', () => {
  it('returns tokens by the hashes of their keys, each once, in the order of the request', async () => {
    const { admin, old, oldKey } = await startServerWithToken()
    const other = await createToken(admin, { name: 'Other' })
    const hashes = [hashKey(other.body.key ?? ''), '0'.repeat(64), hashKey(oldKey), hashKey(oldKey)]
    const { body } = await admin('POST', '/api/found-keys', { body: { hashes } })
    const { items, total } = body as Schemas['FoundKeyList']
    expect(items.map(({ token }) => token.id)).toEqual([other.body.token.id, old.id])
    expect(items.map(({ hash }) => hash)).toEqual([hashes[0], hashes[2]])
    expect(total).toBe(2)
  })

  it('does not return tokens of another business', async () => {
    const { backend, oldKey } = await startServerWithToken()
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    const { body } = await other('POST', '/api/found-keys', { body: { hashes: [hashKey(oldKey)] } })
    expect(body).toEqual({ items: [], total: 0 })
  })

  it.each([
    [[], '#/hashes'],
    [['edesk_not-a-hash'], '#/hashes/0'],
    [Array.from({ length: 1001 }, () => '0'.repeat(64)), '#/hashes'],
  ])('accepts only hashes', async (hashes, pointer) => {
    const { admin } = await startServerWithToken()
    const response = await admin('POST', '/api/found-keys', { body: { hashes } })
    expect(invalidFieldsOf(response)).toEqual({ [pointer]: 'not-allowed' })
  })
})
