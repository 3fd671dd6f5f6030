import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'

import { useAccessLabels } from '#src/features/api-tokens/token/useAccessLabels.ts'
import { i18n } from '#src/locales/i18n.ts'
import { uniformPermissions } from '#src/shared/access.ts'
import { permissions } from '#src/kit/builders.ts'

const Texts = defineComponent({
  setup: () => useAccessLabels(),
  render: () => null,
})
const { accessInWords, sentences, brief } = mount(Texts, {
  global: { plugins: [i18n] },
}).vm

const one = permissions({ tickets: 'full_access' })
const many = permissions({
  tag_groups: 'read_only',
  messages: 'full_access',
  sales_orders: 'full_access',
  tickets: 'full_access',
})

describe('the texts about access', () => {
  it('name the features in a line, those with Full Access first', () => {
    expect(accessInWords(permissions())).toBe('No feature')
    expect(accessInWords(one)).toBe('Tickets (full)')
    expect(accessInWords(permissions({ users: 'read_only' }))).toBe('Users')
    expect(accessInWords(permissions({ users: 'read_only', channels: 'full_access' }))).toBe(
      'Channels (full), Users',
    )
    expect(accessInWords(many)).toBe('Sales Orders (full) +3')
    expect(
      accessInWords(permissions({ sales_orders_notes: 'full_access', users: 'read_only' })),
    ).toBe('Sales Orders Notes (full) +1')
    expect(accessInWords(uniformPermissions('read_only'))).toBe('Sales Orders +10')
  })

  it('describe what an application can do, with the features in the order of the help article', () => {
    expect(sentences('custom', permissions())).toContain('Give access to at least one feature.')
    expect(sentences('custom', one)).toBe('Can read and change Tickets. Nothing else.')
    expect(sentences('custom', many)).toBe(
      'Can read and change Sales Orders, Tickets, and Messages. Can read Tag groups. Nothing else.',
    )
    const all = sentences('custom', uniformPermissions('read_only'))
    expect(all).toMatch(/^Can read Sales Orders, Sales Orders Notes, .+, and Tag groups\.$/)
    expect(all).not.toContain('Nothing else')
  })

  it('have a form of one line', () => {
    expect(brief(undefined, many)).toBe('Nothing yet')
    expect(brief('custom', permissions())).toBe('Nothing yet')
    expect(brief('custom', one)).toBe('Can change Tickets')
    expect(brief('custom', permissions({ users: 'read_only' }))).toBe('Can read Users')
    expect(brief('custom', many)).toBe(
      'Can change Sales Orders, Tickets, and Messages, read Tag groups',
    )
    expect(brief('read_only', many)).toBe('Can read everything')
    expect(brief('full_access', many)).toBe('Can read, change and delete everything')
  })

  it('describe Read-only and Full Access regardless of the permissions chosen before', () => {
    expect(sentences('read_only', many)).toContain('Can read everything')
    expect(sentences('full_access', many)).toContain('Can read, create, change and delete')
    expect(sentences(undefined, many)).toBe('Nothing yet: choose an access level.')
  })
})
