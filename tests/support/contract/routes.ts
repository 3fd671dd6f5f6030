import { managementDefinitions } from '#src/api/generated/managementContract.ts'
import { publicDefinitions } from '#src/api/generated/publicContract.ts'
import { publicRoutes } from '#src/mock/publicApi/publicRoutes.ts'
import { managementRoutes } from '#src/mock/server/contract/managementRoutes.ts'
import { routeTable } from '#src/mock/server/contract/routes.ts'

export { managementRoutes, publicRoutes }

/** Every operation of the contract, with its API. */
export const routes = [
  ...managementRoutes.map((route) => ({ ...route, api: 'management' as const })),
  ...publicRoutes.map((route) => ({ ...route, api: 'public' as const })),
]

/** Every schema of the contract, by its name. */
export const definitions: Readonly<Record<string, object>> = {
  ...managementDefinitions,
  ...publicDefinitions,
}

/** Finds the route of a request in one API. */
export const findIn = {
  management: routeTable(managementRoutes),
  public: routeTable(publicRoutes),
}
