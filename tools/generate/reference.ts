import { neededPermission } from '../../src/shared/access.ts'
import {
  bodyOf,
  componentsAs,
  type JsonObject,
  type Operation,
  publicOperations,
  resolve,
} from './contract.ts'
import { operationFeatures } from './operationFeatures.ts'
import { toSource } from './toSource.ts'

const features = operationFeatures()

/** The types of `reference.ts`. Explicit, because inferring them from the large literals would slow the compiler down. */
const types = `
import { bodySchemas } from './bodySchemas.ts'
import type { components } from './schema.ts'

export interface ReferenceParameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  type: 'integer' | 'string'
  enum?: readonly string[]
  description?: string
  example?: string | number
}

/** An operation of the public API, as the reference page shows it. */
export interface ReferenceOperation {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  tag: string
  summary: string
  description?: string
  /** The feature that a token needs access to; null if any valid token is enough. */
  feature: components['schemas']['Feature'] | null
  /** The minimum permission for that feature. */
  needs: 'read_only' | 'full_access' | null
  parameters: readonly ReferenceParameter[]
  /** A JSON Schema. Its \`$ref\`s \`#/$defs/…\` refer to \`referenceDefinitions\`. */
  body: { schema: object; example: unknown } | null
}`

/** Returns the source of `reference.ts`: the operations of the public API. */
export function referenceSource(): string {
  const operations = publicOperations.map(toReference)
  const used = JSON.stringify(operations)
  const parameters = componentsAs('parameters', toReferenceParameter).filter(([, parameter]) =>
    used.includes(JSON.stringify(parameter)),
  )
  return [
    types,
    `const parameters = ${toSource(Object.fromEntries(parameters))} satisfies Record<string, ReferenceParameter>`,
    `export const referenceOperations: readonly ReferenceOperation[] = ${toSource(operations, { constants: { parameters } })}`,
    `export const referenceDefinitions: Readonly<Record<string, object>> = bodySchemas`,
  ].join('\n\n')
}

function toReference(operation: Operation) {
  const { operationId, method, path, source } = operation
  const feature = features.get(operationId) ?? null
  const body = bodyOf(operation)
  return {
    operationId,
    method,
    path,
    tag: (source.tags as string[])[0],
    summary: source.summary,
    description: source.description,
    feature,
    needs: feature === null ? null : neededPermission(method),
    parameters: operation.parameters.map(toReferenceParameter),
    body: body ? { schema: body.schema, example: body.example } : null,
  }
}

function toReferenceParameter(parameter: JsonObject): JsonObject {
  const { type, enum: allowed } = resolve(parameter.schema as JsonObject)
  const { name, in: where, required = false, description, example } = parameter
  return { name, in: where, required, type, enum: allowed, description, example } as JsonObject
}
