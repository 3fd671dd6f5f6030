import { objectAt, operationFeatureTable, publicOperations, schemas } from './contract.ts'

/** Requires a valid token, but no feature. */
const withoutFeature = 'whoami'

/**
 * Returns the feature of each operation of the public API, from the table `x-operation-features`.
 *
 * @throws Error if the table omits an operation, lists one twice, or lists an unknown feature or operation.
 */
export function operationFeatures(): ReadonlyMap<string, string> {
  const features = objectAt(schemas, 'Feature').enum as string[]
  const ids = publicOperations.map(({ operationId }) => operationId)
  const found = new Map<string, string>()
  for (const [feature, guarded] of Object.entries(operationFeatureTable)) {
    if (!features.includes(feature)) refuse(`unknown feature "${feature}"`)
    for (const id of guarded) {
      if (!ids.includes(id)) refuse(`the public API has no operation "${id}"`)
      if (id === withoutFeature) refuse(`"${id}" requires no feature`)
      if (found.has(id)) refuse(`"${id}" is listed twice`)
      found.set(id, feature)
    }
  }
  for (const id of ids) {
    if (id !== withoutFeature && !found.has(id)) refuse(`"${id}" is missing`)
  }
  return found
}

function refuse(reason: string): never {
  throw new Error(`x-operation-features in the contract: ${reason}.`)
}
