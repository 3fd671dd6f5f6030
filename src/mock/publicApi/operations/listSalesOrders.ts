import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'
import type { PublicContext, PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { isWithin, matchesFilter, utcDate } from '../lists/listFilters.ts'
import { sortedPage } from '../lists/sortedPage.ts'

type Query = PublicContext<'listSalesOrders'>['query']

export const listSalesOrders: PublicOperation<'listSalesOrders'> = ({ caller, query, db }) =>
  sortedPage(
    db,
    'salesOrders',
    caller.business.id,
    query,
    (order) => matches(order, query),
    (order) => toSalesOrder(order, db),
  )

function matches(order: SalesOrderRecord, query: Query): boolean {
  return (
    matchesFilter(order.contact_id, query.filter_contact_id_equals) &&
    matchesFilter(order.channel_id, query.filter_channel_id_equals) &&
    matchesFilter(order.seller_order_id, query.filter_seller_order_id_equals) &&
    matchesFilter(order.status, query.filter_status_equals) &&
    isWithin(order.id, query.filter_id_gte, query.filter_id_lte) &&
    isWithin(utcDate(order.created_at), query.filter_created_at_gte, query.filter_created_at_lte) &&
    isWithin(
      utcDate(order.last_updated_at),
      query.filter_last_updated_at_gte,
      query.filter_last_updated_at_lte,
    )
  )
}
