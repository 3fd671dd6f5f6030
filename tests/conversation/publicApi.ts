import { routes } from '#src/api/generated/contract.ts'

import type { Ask, Part } from './step.ts'

const operations = routes.filter(({ surface }) => surface === 'public')

/** Calls each operation of the public API with an id that does not exist. All responses have the expected status. */
export function* eachOperation(ask: Ask, what: string, expected: number): Part {
  for (const operation of operations) yield* askFor(operation, ask, what, expected)
}

/** Does the same for the operations that have an id in their path. */
export function* eachWithId(ask: Ask, what: string, expected: number): Part {
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    yield* askFor(operation, ask, what, expected)
  }
}

function* askFor(
  { operationId, method, path }: (typeof operations)[number],
  ask: Ask,
  what: string,
  expected: number,
): Part {
  yield* ask(`${operationId} ${what}`, expected, method, path.replace(/\{\w+\}/, '0'))
}
