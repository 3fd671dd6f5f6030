import {
  managementDefinitions,
  managementRoutes as routes,
} from '#src/api/generated/managementContract.ts'

import type { ManagementOperationId, Route } from './routes.ts'
import { addDefinitions } from './schemas.ts'

addDefinitions(managementDefinitions)

/** The operations of the management API, whose definitions are then available. */
export const managementRoutes: readonly Route<ManagementOperationId>[] = routes
