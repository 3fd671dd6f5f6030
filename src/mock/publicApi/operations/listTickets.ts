import type { TicketRecord } from '../../domain/helpdeskRecords.ts'
import { paginate } from '../lists/pagination.ts'
import type { PublicContext, PublicOperation } from '../operation.ts'
import { isWithin, matchesFilter, utcDate } from '../lists/listFilters.ts'
import { sortedPage } from '../lists/sortedPage.ts'
import { hasStatus } from '../tickets/ticketStatus.ts'
import { toTicket } from '../tickets/toTicket.ts'

type Query = PublicContext<'listTickets'>['query']

export const listTickets: PublicOperation<'listTickets'> = async ({ caller, query, db, now }) => {
  const businessId = caller.business.id
  const matches = (ticket: TicketRecord) => matchesQuery(ticket, query)
  const toData = (ticket: TicketRecord) => toTicket(ticket, db, now)
  const orderId = query.filter_sales_order_id_equals
  if (orderId === undefined) return sortedPage(db, 'tickets', businessId, query, matches, toData)
  // One order has few tickets: the index finds them without reading all others.
  const orderTickets = await db.list('tickets', 'byOrder', { equals: [businessId, orderId] })
  return paginate(orderTickets.filter(matches).sort(comparatorFor(query)), query, toData)
}

function matchesQuery(ticket: TicketRecord, query: Query): boolean {
  const status = query.filter_status_equals
  return (
    matchesFilter(ticket.contact_id, query.filter_contact_id_equals) &&
    matchesFilter(ticket.channel_id, query.filter_channel_id_equals) &&
    matchesFilter(ticket.sales_order_id, query.filter_sales_order_id_equals) &&
    matchesFilter(ticket.owner_user_id, query.filter_owner_user_id_equals) &&
    matchesFilter(ticket.external_order_id, query.filter_seller_order_id_equals) &&
    (status === undefined || hasStatus(ticket, status)) &&
    matchesFilter(ticket.type, query.filter_type_equals) &&
    isWithin(
      utcDate(ticket.created_at),
      query.filter_created_at_gte,
      query.filter_created_at_lte,
    ) &&
    isWithin(
      utcDate(ticket.last_updated_at),
      query.filter_last_updated_at_gte,
      query.filter_last_updated_at_lte,
    )
  )
}

/** Compares like the indexes do: by the requested field, then by id. */
function comparatorFor({ order_by = 'id', order_direction }: Query) {
  const sign = order_direction === 'desc' ? -1 : 1
  return (a: TicketRecord, b: TicketRecord): number =>
    sign * (compare(a[order_by], b[order_by]) || a.id - b.id)
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
