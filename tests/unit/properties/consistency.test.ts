import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { HelpdeskTypes } from '#src/mock/domain/schema.ts'
import type { MemoryStorage } from '#src/mock/storage/memory.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { start, startApi } from './api.ts'
import { anyRequest, validRequest } from './requests.ts'

type Dump = ReturnType<MemoryStorage<HelpdeskTypes>['dump']>

describe('the helpdesk', propertyTest, () => {
  it('is consistent after any requests', async () => {
    const requests = fc.array(fc.oneof(validRequest(), validRequest(), anyRequest()), {
      minLength: 2,
      maxLength: 40,
      size: 'max',
    })
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const api = await startApi()
        for (const [position, sent] of all.entries()) {
          api.clock.set(new Date(start.getTime() + position * 1000))
          await api.send(sent)
        }
        expect(inconsistenciesIn(api.storage.dump())).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

/** Returns inconsistencies: references to missing records, to another business or to another channel. */
function inconsistenciesIn(dump: Dump): string[] {
  const orders = byId(dump.salesOrders)
  const tickets = byId(dump.tickets)
  const contacts = byId(dump.contacts)
  const channels = byId(dump.channels)
  const tags = byId(dump.tags)
  const found: string[] = []
  function check(isRight: boolean, problem: string): void {
    if (!isRight) found.push(problem)
  }

  for (const { id, businessId, channel_id, contact_id } of dump.salesOrders) {
    check(channels.get(channel_id)?.businessId === businessId, `order ${id}: channel`)
    check(contacts.get(contact_id)?.channel_id === channel_id, `order ${id}: contact's channel`)
  }
  for (const { id, businessId, sales_order_id } of dump.orderNotes) {
    check(orders.get(sales_order_id)?.businessId === businessId, `note ${id}: order`)
  }
  for (const { id, businessId, ...ticket } of dump.tickets) {
    const { sales_order_id, contact_id, channel_id, tags_ids } = ticket
    const order = sales_order_id === null ? undefined : orders.get(sales_order_id)
    const contact = contact_id === null ? undefined : contacts.get(contact_id)
    check(sales_order_id === null || order?.businessId === businessId, `ticket ${id}: order`)
    check(!order || order.channel_id === channel_id, `ticket ${id}: order's channel`)
    check(contact_id === null || contact?.businessId === businessId, `ticket ${id}: contact`)
    check(!contact || contact.channel_id === channel_id, `ticket ${id}: contact's channel`)
    check(channels.get(channel_id)?.businessId === businessId, `ticket ${id}: channel`)
    const known = tags_ids.every((tag) => tags.get(tag)?.businessId === businessId)
    check(known && new Set(tags_ids).size === tags_ids.length, `ticket ${id}: tags`)
    const messages = dump.messages.filter(({ ticket_id }) => ticket_id === id)
    const times = [ticket.created_at, ...messages.map(({ created_at }) => created_at)].sort()
    check(ticket.last_updated_at === times.at(-1), `ticket ${id}: time of its last message`)
  }
  for (const { id, businessId, ticket_id } of dump.messages) {
    check(tickets.get(ticket_id)?.businessId === businessId, `message ${id}: ticket`)
  }
  check(isEachOnce(dump.tags.map((tag) => [tag.businessId, tag.name.toLowerCase()])), 'tag names')
  const numbers = dump.salesOrders.map((order) => [order.channel_id, order.seller_order_id])
  check(isEachOnce(numbers), 'order numbers')
  return found
}

function byId<Item extends { id: number }>(records: readonly Item[]): Map<number, Item> {
  return new Map(records.map((record) => [record.id, record]))
}

function isEachOnce(keys: readonly unknown[]): boolean {
  return new Set(keys.map((key) => JSON.stringify(key))).size === keys.length
}
