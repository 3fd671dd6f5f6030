import { referenceOperations, type ReferenceOperation } from './generated/reference.ts'
import type { components } from './generated/schema.ts'
import { featureValues } from './generated/values.ts'

type Feature = components['schemas']['Feature']

/** The operations of one feature; null for those that any token may call. */
export interface OperationGroup {
  feature: Feature | null
  operations: readonly ReferenceOperation[]
}

/** The operations of the public API by feature: first what any token may call, then in the help article's order. */
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

/** Whether a token with these permissions may call the operation (edesk-api: the first table of the facts). */
export function mayCall(
  { feature, needs }: ReferenceOperation,
  permissions: components['schemas']['Permissions'],
): boolean {
  if (feature === null) return true
  const given = permissions[feature]
  return given === 'full_access' || given === needs
}

/** What the parameters of an operation are given, by name. What is empty is not sent. */
export type ParameterValues = Readonly<Record<string, string>>

/** The example of the contract for each parameter of the path. */
export function examplePath({ parameters }: ReferenceOperation): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  return Object.fromEntries(inPath.map(({ name, example = '' }) => [name, String(example)]))
}

/** The address of a call, path and query. */
export function addressOf({ path, parameters }: ReferenceOperation, values: ParameterValues) {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  )
  const query = new URLSearchParams()
  for (const { name, in: where } of parameters) {
    const value = values[name] ?? ''
    if (where === 'query' && value !== '') query.set(name, value)
  }
  return query.size === 0 ? filled : `${filled}?${query.toString()}`
}
