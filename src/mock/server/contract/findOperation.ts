import { publicPaths } from '#src/api/generated/publicPaths.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

import { managementRoutes } from './managementRoutes.ts'
import { routeTable } from './routes.ts'

const findManagement = routeTable(managementRoutes)
const findPublic = routeTable(publicPaths)

/**
 * Finds the operation of a request among those of both APIs.
 *
 * @returns its id; null if the contract has none for this method and path.
 */
export function findOperation(method: string, pathname: string): string | null {
  const { route } = isPublicPath(pathname)
    ? findPublic(method === 'HEAD' ? 'GET' : method, pathname)
    : findManagement(method, pathname)
  return route?.operationId ?? null
}
