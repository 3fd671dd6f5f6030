import { defaultPageSizes } from '#src/api/generated/values.ts'

import { timesOfDays } from '../domain/activityDays.ts'
import type { ActivityRecord } from '../domain/records.ts'
import type { IndexName } from '../domain/schema.ts'
import type { Operation } from '../server/operation.ts'
import { toActivity } from '../server/records/serialize.ts'
import type { Bounds, Key } from '../storage/port.ts'

export const listActivity: Operation<'listActivity', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor: { business }, query, db }) {
    const { page = 1, pageSize = defaultPageSizes.listActivity, before } = query
    const { index, equals } = indexFor(business.id, query)
    const times = timesOfDays(query, business.timeZone)
    const last = before === undefined ? undefined : await db.get('activity', before)
    const isUnknown = before !== undefined && last?.businessId !== business.id
    const records = isUnknown
      ? []
      : await db.list('activity', index, {
          equals,
          from: times.from,
          to: last ? earlier(times.to, last) : times.to,
          direction: 'descending',
          offset: (page - 1) * pageSize,
          limit: pageSize,
        })
    const total = await db.count('activity', index, equals, times)
    const items = await Promise.all(records.map((record) => toActivity(record, db)))
    return { status: 200, body: { items, total, page, pageSize } }
  },
}

/** Returns the bound that comes first: a time, or the entry before another one. */
function earlier(to: string | undefined, { at, id }: ActivityRecord): Bounds['to'] {
  return to !== undefined && to < at ? to : [at, id - 1]
}

/** Returns the index for a combination of filters. Each has its own index, so that years of activity are never scanned. */
function indexFor(
  businessId: string,
  { token, by, action }: { token?: string; by?: string; action?: string },
): { index: IndexName<'activity'>; equals: Key[] } {
  const filters = Object.entries({ token, by, action }).filter(([, value]) => value !== undefined)
  const index = indexes[filters.map(([name]) => name).join(' ')]
  if (!index) throw new Error('No index supports this combination of filters')
  return { index, equals: [businessId, ...filters.map(([, value]) => value ?? '')] }
}

const indexes: Readonly<Record<string, IndexName<'activity'>>> = {
  '': 'byBusiness',
  token: 'byToken',
  by: 'byPerson',
  action: 'byAction',
  'token by': 'byTokenAndPerson',
  'token action': 'byTokenAndAction',
  'by action': 'byPersonAndAction',
  'token by action': 'byTokenPersonAndAction',
}
