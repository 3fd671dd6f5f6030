import type { operations as contractOperations } from '#src/api/generated/schema.ts'
import { operationsByApi } from '#src/mock/demo/faults.ts'

/** An operation of the contract, such as `createToken` or, of the public API, `listSalesOrders`. */
export type Operation = keyof contractOperations

/** All operations, in the order of the contract. */
export const operations = [
  ...operationsByApi.management,
  ...operationsByApi.public,
] as readonly Operation[]
