import { publicDefinitions, publicRoutes as routes } from '#src/api/generated/publicContract.ts'

import type { PublicOperationId, Route } from '../server/contract/routes.ts'
import { addDefinitions } from '../server/contract/schemas.ts'

addDefinitions(publicDefinitions)

/** The operations of the public API, whose definitions are then available. */
export const publicRoutes: readonly Route<PublicOperationId>[] = routes
