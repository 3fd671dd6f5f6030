import { contractOperations } from '#src/mock/demo/contractOperations.ts'
import { routeTable } from '#src/mock/server/contract/routes.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

const findOperation = routeTable(contractOperations)

/**
 * Checks the path of a request of the test.
 *
 * @param path with or without a query.
 * @throws Error that lists the paths of the API, if no operation has this one.
 */
export function assertOperationPath(method: string, path: string): void {
  const [pathname = ''] = path.split('?')
  if (findOperation(method, pathname).methods.length > 0) return
  const paths = contractOperations.map((operation) => operation.path)
  const ofApi = paths.filter((one) => isPublicPath(one) === isPublicPath(pathname))
  throw new Error(
    `No operation has the path ${pathname}. The paths are: ${[...new Set(ofApi)].join(', ')}. ` +
      'To send a request that no operation has, use backend.send.',
  )
}
