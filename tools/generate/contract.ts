import { readFile } from 'node:fs/promises'

import { parse } from 'yaml'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** The API that an operation belongs to: eDesk's public API, or the management API that the pages use. */
export type Api = 'management' | 'public'

/** An operation of the contract. */
export interface Operation {
  operationId: string
  method: string
  path: string
  api: Api
  /** All parameters, including those of its path, with references resolved. */
  parameters: JsonObject[]
  /** The operation object in the contract: `summary`, `requestBody`, `responses` and so on. */
  source: JsonObject
}

const contractFile = new URL('../../src/api/openapi.yaml', import.meta.url)

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export const contract = parse(await readFile(contractFile, 'utf8')) as JsonObject

export const schemas = objectAt(objectAt(contract, 'components'), 'schemas')
/** For each feature, the operations of the public API that require it. */
export const operationFeatureTable = objectAt(contract, 'x-operation-features') as {
  [feature: string]: string[]
}
/** The name of each feature. */
export const featureNames = objectAt(contract, 'x-feature-names')
/** The plans that include API tokens. */
export const plansWithTokens = contract['x-plans-with-tokens'] as string[]
/** Limits that JSON Schema has no keyword for. */
export const limits = objectAt(contract, 'x-limits') as {
  [name: string]: { value: Json; description: string }
}
const operations: readonly Operation[] = Object.entries(objectAt(contract, 'paths')).flatMap(
  ([path, item]) => methods.flatMap((method) => operationAt(path, item as JsonObject, method)),
)
export const publicOperations = operations.filter(({ api }) => api === 'public')
export const managementOperations = operations.filter(({ api }) => api === 'management')

function operationAt(path: string, item: JsonObject, method: string): Operation[] {
  const source = item[method] as JsonObject | undefined
  if (!source) return []
  const parameters = [item.parameters, source.parameters].flatMap(
    (list) => (list ?? []) as JsonObject[],
  )
  return [
    {
      operationId: source.operationId as string,
      method: method.toUpperCase(),
      path,
      api: path.startsWith('/v1/') ? 'public' : 'management',
      parameters: parameters.map(resolve),
      source,
    },
  ]
}

/** Resolves a `$ref`. Returns any other value unchanged. */
export function resolve(value: JsonObject): JsonObject {
  if (typeof value.$ref !== 'string') return value
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((found, key) => objectAt(found, key), contract)
}

export function objectAt(holder: JsonObject, key: string): JsonObject {
  const found = holder[key]
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new Error(`The contract has no object "${key}" where one is required.`)
  }
  return found
}

/**
 * Returns the schema and example of an operation's JSON body, and whether it also accepts multipart/form-data; undefined if the
 * operation has no body.
 */
export function bodyOf({
  source,
}: Operation): { schema: Json; example: Json; multipart: boolean } | undefined {
  if (!source.requestBody) return undefined
  const content = objectAt(resolve(source.requestBody as JsonObject), 'content')
  const { schema = {}, example = null } = objectAt(content, 'application/json')
  return { schema, example, multipart: 'multipart/form-data' in content }
}

/** Returns the shared parameters or responses of the contract, each in another form, with their names. */
export function componentsAs(
  kind: 'parameters' | 'responses',
  convert: (component: JsonObject) => Json,
): [name: string, value: Json][] {
  const found = objectAt(objectAt(contract, 'components'), kind)
  return Object.entries(found).map(([name, component]) => [name, convert(component as JsonObject)])
}
