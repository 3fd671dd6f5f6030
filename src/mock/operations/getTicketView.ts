import type { Operation } from '../operation.ts'
import { Problem } from '../problem.ts'

export const getTicketView: Operation<'getTicketView', 'user'> = {
  who: 'user',
  async run({ actor, path, db }) {
    const found = await db.get('tickets', path.ticketId)
    if (!found || found.businessId !== actor.business.id) throw new Problem('/problems/not-found')
    const order = found.orderId === null ? undefined : await db.get('orders', found.orderId)
    const { businessId: _ticketOf, orderId: _orderId, ...ticket } = found
    return { status: 200, body: { ...ticket, order: order ? withoutBusiness(order) : null } }
  },
}

function withoutBusiness<Record extends { businessId: string }>(record: Record) {
  const { businessId: _businessId, ...rest } = record
  return rest
}
