import { publicPaths } from '#src/api/generated/publicPaths.ts'

import type { Ask, Part } from './step.ts'

/** Calls each operation of the public API with an id that does not exist. All responses have the expected status. */
export function* eachOperation(ask: Ask, condition: string, expected: number): Part {
  for (const operation of publicPaths) yield* askFor(operation, ask, condition, expected)
}

/** Does the same for the operations that have an id in their path. */
export function* eachWithId(ask: Ask, condition: string, expected: number): Part {
  for (const operation of publicPaths.filter(({ path }) => path.includes('{'))) {
    yield* askFor(operation, ask, condition, expected)
  }
}

function* askFor(
  { operationId, method, path }: (typeof publicPaths)[number],
  ask: Ask,
  condition: string,
  expected: number,
): Part {
  yield* ask(`${operationId} ${condition}`, expected, method, path.replace(/\{\w+\}/, '0'))
}
