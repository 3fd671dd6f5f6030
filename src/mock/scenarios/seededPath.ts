import { publicPaths } from '#src/api/generated/publicPaths.ts'

import type { PublicOperationId } from '../server/contract/routes.ts'

/** How many objects of each kind the default world has at least. */
const objectCount = 4
const firstOrderId = 1001
/** The id of no object. */
const missingId = 1099

/** Returns the path of a simulated request. The objects take turns; a request with status 404 names one that does not exist. */
export function seededPath(operation: PublicOperationId, number: number, status: number): string {
  const route = publicPaths.find(({ operationId }) => operationId === operation)
  return String(route?.path).replace(/\{(\w+)\}/, (_, name) => {
    const first = name === 'salesOrderId' ? firstOrderId : 1
    return String(status === 404 ? missingId : first + (number % objectCount))
  })
}
