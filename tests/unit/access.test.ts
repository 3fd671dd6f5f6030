import { describe, expect, it } from 'vitest'

import { featureValues } from '#src/api/generated/values.ts'
import { permissionsOf, reasonAgainstTokens } from '#src/mock/domain/access.ts'

import { permissions } from '../kit/builders.ts'

describe('an access level', () => {
  it('knows the eleven features of the help article, in its order, Channels once', () => {
    expect(featureValues).toEqual([
      'sales_orders',
      'sales_orders_notes',
      'tickets',
      'messages',
      'users',
      'tag_items',
      'channels',
      'templates',
      'contacts',
      'tag_groups_users',
      'tag_groups',
    ])
  })

  it('Read-only comes to Read Only for every feature', () => {
    expect(new Set(Object.values(permissionsOf('read_only')))).toEqual(new Set(['read_only']))
  })

  it('Full Access comes to Full Access for every feature', () => {
    expect(new Set(Object.values(permissionsOf('full_access')))).toEqual(new Set(['full_access']))
  })

  it('Custom comes to what was chosen', () => {
    const chosen = permissions({ tickets: 'full_access', users: 'read_only' })
    expect(permissionsOf('custom', chosen)).toEqual(chosen)
    expect(permissionsOf('custom', undefined)).toEqual(permissions())
  })
})

describe('who may work with tokens', () => {
  it.each([
    ['admin', 'professional', undefined],
    ['admin', 'enterprise', undefined],
    ['admin', 'starter', 'plan-required'],
    ['agent', 'professional', 'admin-required'],
    ['agent', 'starter', 'admin-required'],
  ] as const)('%s on %s: %s', (role, plan, reason) => {
    expect(reasonAgainstTokens({ role }, { plan })).toBe(reason)
  })
})
