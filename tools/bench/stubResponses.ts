import type { components } from '#src/api/generated/schema.ts'
import { adviceGroupValues } from '#src/api/generated/values.ts'

import type { Answers } from './site.ts'

type Schemas = components['schemas']

const count = 25
const created = '2026-11-24T09:00:00.000Z'
const person: Schemas['Person'] = { id: 'user-1', name: 'Ada Admin' }

const permissions: Schemas['Permissions'] = {
  sales_orders: 'full_access',
  sales_orders_notes: 'full_access',
  tickets: 'full_access',
  messages: 'full_access',
  users: 'full_access',
  tag_items: 'full_access',
  channels: 'full_access',
  templates: 'full_access',
  contacts: 'full_access',
  tag_groups_users: 'full_access',
  tag_groups: 'full_access',
}

/** Responses to the requests of the token list, as a real backend would send them to an Admin with 25 tokens. */
export const stubResponses: Answers = (pathname) => responses[pathname]

const responses: Record<string, unknown> = {
  '/api/session': {
    session: {
      user: { ...person, email: 'admin@example.com', role: 'admin' },
      business: {
        id: 'business-1',
        name: 'Northwind Home',
        plan: 'professional',
        timeZone: 'Europe/Dublin',
      },
    },
  } satisfies Schemas['CurrentSession'],
  '/api/tokens': {
    items: Array.from({ length: count }, (_, position) => token(position)),
    total: count,
    counts: { all: count, unused: 0, expiring: 0, failing: 0 },
    page: 1,
    pageSize: count,
  } satisfies Schemas['TokenList'],
  '/api/advice-overview': {
    counts: { expiring: 0, neverUsed: 0, breaking: 0, refused: 0 },
    groups: adviceGroupValues.map((group) => ({ group, total: 0, items: [] })),
  } satisfies Schemas['AdviceOverview'],
  '/api/access-requests': { items: [], total: 0 } satisfies Schemas['AccessRequestList'],
  '/api/notices': {
    items: [],
    total: 0,
    unread: 0,
    unreadActions: 0,
  } satisfies Schemas['NoticeList'],
}

function token(position: number): Schemas['Token'] {
  return {
    id: `token-${position}`,
    name: `Application ${position + 1}`,
    description: 'Updates shipping details',
    accessLevel: 'full_access',
    permissions,
    keyPrefix: 'edesk_',
    keyEnding: `k${position + 100}`,
    createdAt: created,
    createdBy: person,
    updatedAt: created,
    updatedBy: person,
    lastUsedAt: null,
    lastRefusedAt: null,
    newClients: [],
    places: { count: 0, last: null, unconfirmed: null },
    expiresAt: null,
    allowedAddresses: [],
    pausedAt: null,
    status: 'active',
    replacedBy: null,
    replaces: null,
    oldKeys: [],
  }
}
