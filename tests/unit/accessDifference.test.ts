import { describe, expect, it } from 'vitest'

import { accessDifference } from '#src/features/api-tokens/replacement/accessDifference.ts'
import { permissions } from '#src/kit/builders.ts'

describe('the difference between two accesses', () => {
  it('is empty if both grant the same permissions', () => {
    const same = permissions({ tickets: 'full_access', users: 'read_only' })
    expect(accessDifference(same, { ...same })).toEqual({ gains: [], loses: [] })
  })

  it('lists the changed permissions in the order of the help article', () => {
    const before = permissions({
      contacts: 'full_access',
      templates: 'full_access',
      users: 'read_only',
      tickets: 'read_only',
    })
    const after = permissions({
      messages: 'full_access',
      sales_orders: 'full_access',
      channels: 'read_only',
      templates: 'read_only',
      tickets: 'full_access',
    })
    expect(accessDifference(before, after)).toEqual({
      gains: [
        { step: 'readAndChange', features: ['sales_orders', 'messages'] },
        { step: 'change', features: ['tickets'] },
        { step: 'read', features: ['channels'] },
      ],
      loses: [
        { step: 'readAndChange', features: ['contacts'] },
        { step: 'change', features: ['templates'] },
        { step: 'read', features: ['users'] },
      ],
    })
  })
})
