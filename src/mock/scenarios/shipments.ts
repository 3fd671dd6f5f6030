import { toEdeskTime } from '../domain/edeskTime.ts'
import type { SalesOrderRecord } from '../domain/helpdeskRecords.ts'
import type { TokenRecord } from '../domain/records.ts'
import { trackingSender } from '../publicApi/orders/trackingSender.ts'
import type { SeedData } from './seedData.ts'

/**
 * Marks an order of a world as shipped, as if an application had called `updateSalesOrder` with a tracking code. Agents see the
 * code in the order's ticket.
 */
export function shipOrder(
  world: SeedData,
  orderId: number,
  token: TokenRecord,
  at: Date,
  parcel: { carrier: string; code: string; link: string },
): void {
  const time = toEdeskTime(at)
  const tracking: SalesOrderRecord['tracking'] = [
    {
      tracking_code: parcel.code,
      tracking_link: parcel.link,
      tracking_carrier_name: parcel.carrier,
      sentWith: trackingSender({ token }, at),
    },
  ]
  world.salesOrders = world.salesOrders.map((order) =>
    order.id === orderId
      ? {
          ...order,
          tracking,
          status: 'OrderShipped',
          order_shipped_at: time,
          statusEventAt: time,
          last_updated_at: time,
        }
      : order,
  )
}
