import { publicPaths } from '#src/api/generated/publicPaths.ts'

import { managementRoutes } from '../server/contract/managementRoutes.ts'

/** The operations of the contract, with their methods and paths such as `/api/tokens/{id}`. */
export const contractOperations: readonly { operationId: string; method: string; path: string }[] =
  [...managementRoutes, ...publicPaths].map(({ operationId, method, path }) => ({
    operationId,
    method,
    path,
  }))
