import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

export const getSalesOrderTrackingLinks: PublicOperation<'getSalesOrderTrackingLinks'> = async ({
  caller,
  path,
  db,
}) => {
  const { tracking } = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const links = tracking.filter(({ tracking_link }) => tracking_link !== '')
  return {
    data: {
      tracking_links: links.map(({ tracking_link, tracking_carrier_name }) => ({
        tracking_link,
        tracking_carrier_name,
      })),
    },
  }
}
