import { publicPaths } from '#src/api/generated/publicPaths.ts'

import { managementRoutes } from '../server/contract/managementRoutes.ts'
import type {
  ManagementOperationId,
  OperationPath,
  PublicOperationId,
} from '../server/contract/routes.ts'

/** An operation of the contract, with its method and its path such as `/api/tokens/{id}`. */
export interface ContractOperation extends OperationPath {
  operationId: ManagementOperationId | PublicOperationId
}

/** The operations of both APIs, in the order of the contract. */
export const contractOperations: readonly ContractOperation[] = [
  ...managementRoutes,
  ...publicPaths,
]
