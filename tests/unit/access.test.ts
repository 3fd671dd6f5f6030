import { describe, expect, it } from 'vitest'

import { featureValues } from '#src/api/generated/values.ts'
import { tokenAccessError } from '#src/mock/domain/access.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { permissions } from '#src/kit/builders.ts'

describe('an access level', () => {
  it('has the eleven features of the help article in their order, with Channels once', () => {
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

  it('grants Read Only to every feature for Read-only', () => {
    expect(new Set(Object.values(grantedPermissions('read_only')))).toEqual(new Set(['read_only']))
  })

  it('grants Full Access to every feature for Full Access', () => {
    expect(new Set(Object.values(grantedPermissions('full_access')))).toEqual(
      new Set(['full_access']),
    )
  })

  it('grants the chosen permissions for Custom', () => {
    const chosen = permissions({ tickets: 'full_access', users: 'read_only' })
    expect(grantedPermissions('custom', chosen)).toEqual(chosen)
    expect(grantedPermissions('custom', undefined)).toEqual(permissions())
  })
})

describe('access to API tokens', () => {
  it.each([
    ['admin', 'professional', undefined],
    ['admin', 'enterprise', undefined],
    ['admin', 'starter', 'plan-required'],
    ['agent', 'professional', 'admin-required'],
    ['agent', 'starter', 'admin-required'],
  ] as const)('%s on %s: %s', (role, plan, reason) => {
    expect(tokenAccessError({ role }, { plan })).toBe(reason)
  })
})
