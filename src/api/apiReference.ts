import { includesAccess } from '#src/shared/access.ts'

import { referenceOperations, type ReferenceOperation } from './generated/reference.ts'
import type { components } from './generated/schema.ts'
import { featureValues } from './generated/values.ts'

type Feature = components['schemas']['Feature']

/** The operations of one feature. The feature is null for operations that any token may call. */
export interface OperationGroup {
  feature: Feature | null
  operations: readonly ReferenceOperation[]
}

/** The operations of the public API by feature: first those that any token may call, then in the help article's order. */
export const operationGroups: readonly OperationGroup[] = [null, ...featureValues].map(
  (feature) => ({
    feature,
    operations: referenceOperations.filter((operation) => operation.feature === feature),
  }),
)

const byId = new Map(referenceOperations.map((operation) => [operation.operationId, operation]))

export function findOperation(operationId: string): ReferenceOperation | undefined {
  return byId.get(operationId)
}

/** Whether a token with these permissions may call the operation. */
export function canCall(
  { feature, needs }: ReferenceOperation,
  permissions: components['schemas']['Permissions'],
): boolean {
  return feature === null || needs === null || includesAccess(permissions, { feature, needs })
}

/** Returns a path without the version of the API, as the pages show it. */
export function pathWithoutVersion(path: string): string {
  return path.replace(/^\/v1(?=\/)/, '')
}

/** The values of an operation's parameters, by name. Empty values are not sent. */
export type ParameterValues = Readonly<Record<string, string>>

/** Returns the contract's example for each path parameter. */
export function examplePath({ parameters }: ReferenceOperation): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  return Object.fromEntries(inPath.map(({ name, example = '' }) => [name, String(example)]))
}

/** Returns the path and query of a call. */
export function pathAndQueryOf({ path, parameters }: ReferenceOperation, values: ParameterValues) {
  const filledPath = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  )
  const query = new URLSearchParams()
  for (const { name, in: location } of parameters) {
    const value = values[name] ?? ''
    if (location === 'query' && value !== '') query.set(name, value)
  }
  return query.size === 0 ? filledPath : `${filledPath}?${query.toString()}`
}
