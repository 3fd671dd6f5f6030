import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { noRules } from '#src/shared/tokenRules.ts'

import { startServer } from '../support/backend.ts'
import { invalidFieldsOf, problemOf } from '../support/problems.ts'
import { namesBreaking, rulesSeenBy, setRules } from '../support/rules.ts'
import { startServerWithToken } from '../support/serverWithToken.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

const sessionOf = (body: unknown) => (body as Schemas['CurrentSession']).session

describe('the rules of a business', () => {
  it('are none at first: nothing is told and nothing is refused', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const rules = { rules: noRules, changedAt: null, changedBy: null, pausesFrom: null }
    expect(await rulesSeenBy(admin)).toEqual({ ...rules, breaking: {}, etag: '"0"' })
    expect(sessionOf((await admin('GET', '/api/session')).body)?.business).not.toHaveProperty(
      'rules',
    )
    expect(await namesBreaking(admin, 'max_tokens')).toEqual([])
    expect(await namesBreaking(admin, 'full_access')).toEqual([])
  })

  it('are saved once per version, and are in the session and in the activity', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const changed = await setRules(admin, { longestLife: 90, fullAccess: 'per_feature' }, '"0"')
    expect(changed.headers.get('etag')).toBe('"1"')
    expect(changed.body).toMatchObject({
      changedAt: '2026-11-24T09:00:00.000Z',
      changedBy: { name: 'Alex Morgan' },
    })
    const { body } = await admin('GET', '/api/session')
    expect(sessionOf(body)?.business.rules).toMatchObject({ longestLife: 90 })

    expect(problemOf(await setRules(admin, {}, '"0"'))).toBe('412 version-changed')
    const withoutVersion = await admin('PUT', '/api/rules', { body: noRules })
    expect(problemOf(withoutVersion)).toBe('428 version-missing')
    const same = await setRules(admin, { longestLife: 90, fullAccess: 'per_feature' }, '"1"')
    expect(same.headers.get('etag')).toBe('"1"')
    await setRules(admin, { longestLife: 30, maxTokens: 3 }, '"1"')

    const { items } = (await admin('GET', '/api/activity?action=rules_changed'))
      .body as Schemas['ActivityList']
    expect(items.map(({ by, token, user, changes }) => [by?.name, token, user, changes])).toEqual([
      [
        'Alex Morgan',
        null,
        null,
        [
          { field: 'longest_life', before: '90', after: '30' },
          { field: 'full_access', before: 'per_feature', after: null },
          { field: 'max_tokens', before: null, after: '3' },
        ],
      ],
      [
        'Alex Morgan',
        null,
        null,
        [
          { field: 'longest_life', before: null, after: '90' },
          { field: 'full_access', before: null, after: 'per_feature' },
        ],
      ],
    ])
  })

  it('of all kinds are named in the activity', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    await setRules(admin, {
      descriptionRequired: true,
      addressesRequired: true,
      pauseUnusedAfter: 60,
    })
    const { items } = (await admin('GET', '/api/activity')).body as Schemas['ActivityList']
    expect(items[0]?.changes).toEqual([
      { field: 'description_required', before: null, after: 'true' },
      { field: 'addresses_required', before: null, after: 'true' },
      { field: 'pause_unused_after', before: null, after: '60' },
    ])
  })

  it('can have only the offered numbers of days', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const refused = await setRules(admin, { longestLife: 31, pauseUnusedAfter: 1 })
    expect(invalidFieldsOf(refused)).toEqual({
      '#/longestLife': 'not-allowed',
      '#/pauseUnusedAfter': 'not-allowed',
    })
    expect(problemOf(await setRules(admin, { maxTokens: 0 }))).toBe('422 invalid-fields')
  })

  it('refuse a new token by field, and one more than the maximum', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    await setRules(admin, {
      longestLife: 30,
      fullAccess: 'per_feature',
      descriptionRequired: true,
      addressesRequired: true,
      maxTokens: 1,
    })
    const wrong = { accessLevel: 'full_access', description: '\u200B', expiresAt: null } as const
    expect(invalidFieldsOf(await createToken(admin, wrong))).toEqual({
      '#/accessLevel': 'against-rule',
      '#/description': 'against-rule',
      '#/expiresAt': 'against-rule',
      '#/allowedAddresses': 'against-rule',
    })
    const malformed = {
      ...wrong,
      expiresAt: '2026-11-23T00:00:00Z',
      allowedAddresses: ['here'],
      description: '\u0000',
    }
    expect(invalidFieldsOf(await createToken(admin, malformed as never))).toMatchObject({
      '#/accessLevel': 'against-rule',
      '#/description': 'control-characters',
    })
    const right = { description: 'Ships', allowedAddresses: ['192.0.2.1'] }
    const created = await createToken(admin, right)
    expect(created.body.token.expiresAt).toBe('2026-12-24T09:00:00.000Z')
    expect(problemOf(await createToken(admin, { ...right, name: 'Two' }))).toBe(
      '409 too-many-tokens',
    )
  })

  it('refuse a replacement by field, but never because of its number or description', async () => {
    const { admin, old } = await startServerWithToken()
    await admin('PATCH', `/api/tokens/${old.id}`, {
      body: { description: '' },
      headers: { 'If-Match': '*' },
    })
    await setRules(admin, {
      longestLife: 30,
      fullAccess: 'per_feature',
      descriptionRequired: true,
      addressesRequired: true,
      maxTokens: 1,
    })
    const replace = (body: object) =>
      admin('POST', `/api/tokens/${old.id}/replacement`, {
        body: { keepOldKey: 'day', ...body },
        headers: { 'Idempotency-Key': `replace-${JSON.stringify(body).length}` },
      })
    expect(invalidFieldsOf(await replace({ accessLevel: 'full_access', expiresAt: null }))).toEqual(
      {
        '#/accessLevel': 'against-rule',
        '#/expiresAt': 'against-rule',
        '#/allowedAddresses': 'against-rule',
      },
    )
    const both = {
      accessLevel: 'read_only',
      expiresAt: '2026-11-23T00:00:00Z',
      allowedAddresses: ['here'],
    }
    expect(invalidFieldsOf(await replace(both))).not.toHaveProperty('#/accessLevel')
    const allowedAddresses = ['192.0.2.1']
    expect((await replace({ accessLevel: 'read_only', allowedAddresses })).status).toBe(201)
    // The old key does not count.
    expect((await rulesSeenBy(admin)).breaking).toMatchObject({ max_tokens: 0 })
    expect(problemOf(await createToken(admin, { name: 'Two' }))).toBe('409 too-many-tokens')
    await setRules(admin, { maxTokens: 2 })
    expect((await createToken(admin, { name: 'Two' })).status).toBe(201)
  })

  it('let a token keep what it does not have, but not lose what it has', async () => {
    const { admin, old } = await startServerWithToken()
    const update = (body: object) =>
      admin('PATCH', `/api/tokens/${old.id}`, { body, headers: { 'If-Match': '*' } })
    await update({ allowedAddresses: ['192.0.2.1'] })
    await setRules(admin, { descriptionRequired: true, addressesRequired: true })
    expect(invalidFieldsOf(await update({ description: ' ', allowedAddresses: [] }))).toEqual({
      '#/description': 'against-rule',
      '#/allowedAddresses': 'against-rule',
    })
    await setRules(admin, {})
    await update({ description: '', allowedAddresses: [] })
    await setRules(admin, { descriptionRequired: true, addressesRequired: true })
    const unchanged = { name: 'ShipFast EU', description: '', allowedAddresses: [] }
    expect((await update(unchanged)).status).toBe(200)
  })
})

describe('tokens that break a rule', () => {
  it('are counted and listed, and keep working', async () => {
    const { backend, admin } = await startServerWithToken('Fits')
    const allowedAddresses = ['192.0.2.1']
    await createToken(admin, { name: 'Everything', accessLevel: 'full_access', allowedAddresses })
    await createToken(admin, { name: 'Forever', description: 'x', expiresAt: null })
    await createToken(admin, { name: 'Short', expiresAt: '2026-11-25T00:00:00Z' })
    await setRules(admin, {
      longestLife: 90,
      fullAccess: 'per_feature',
      descriptionRequired: true,
      addressesRequired: true,
      maxTokens: 2,
    })
    const names = {
      longest_life: ['Forever'],
      full_access: ['Everything'],
      description_required: ['Everything', 'Short'],
      addresses_required: ['Fits', 'Forever', 'Short'],
    }
    const seen = await rulesSeenBy(admin)
    expect(seen.breaking).toEqual({
      longest_life: 1,
      full_access: 1,
      description_required: 2,
      addresses_required: 3,
      max_tokens: 2,
    })
    for (const [rule, expected] of Object.entries(names)) {
      expect(await namesBreaking(admin, rule)).toEqual(expected)
    }
    const many = (await namesBreaking(admin, 'max_tokens')).length
    expect(many).toBe(2)
    const ids = await admin('GET', '/api/token-ids?breaks=full_access')
    expect(ids.body).toMatchObject({ total: 1 })

    // An expired token no longer works, so it breaks no other rule.
    backend.clock.set(new Date('2026-11-25T00:00:00Z'))
    const later = await backend.as('admin')
    expect(await namesBreaking(later, 'description_required')).toEqual(['Everything'])
    await setRules(later, { maxTokens: 4 })
    expect(await namesBreaking(later, 'max_tokens')).toEqual([])
  })
})
