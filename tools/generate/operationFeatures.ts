import { objectAt, operationFeatureTable, publicOperations, schemas } from './contract.ts'

/** Needs a valid token and no feature. */
const withoutFeature = 'whoami'

/**
 * The feature of each operation of the public API, from the table `x-operation-features`.
 *
 * @throws Error where the table leaves an operation out, has one twice, or knows what the contract does not.
 */
export function operationFeatures(): ReadonlyMap<string, string> {
  const features = objectAt(schemas, 'Feature').enum as string[]
  const ids = publicOperations.map(({ operationId }) => operationId)
  const found = new Map<string, string>()
  for (const [feature, guarded] of Object.entries(operationFeatureTable)) {
    if (!features.includes(feature)) refuse(`there is no feature "${feature}"`)
    for (const id of guarded) {
      if (!ids.includes(id)) refuse(`the public API has no operation "${id}"`)
      if (id === withoutFeature) refuse(`"${id}" needs no feature`)
      if (found.has(id)) refuse(`"${id}" is there twice`)
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
