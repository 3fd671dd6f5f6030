import { contractOperations, type ContractOperation } from '#src/mock/demo/contractOperations.ts'

/** An operation of the contract, such as `createToken` or, of the public API, `listSalesOrders`. */
export type Operation = ContractOperation['operationId']

/** All operations, in the order of the contract. */
export const operations: readonly Operation[] = contractOperations.map(
  ({ operationId }) => operationId,
)
