import { readFile } from 'node:fs/promises'

import { parse } from 'yaml'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** Where an operation is: eDesk's public API, or the management API of the pages. */
type Surface = 'management' | 'public'

/** An operation of the contract, with what it shares with the others of its path. */
export interface Operation {
  operationId: string
  method: string
  path: string
  surface: Surface
  /** All of its parameters, references followed. */
  parameters: JsonObject[]
  /** As the contract has it: `summary`, `requestBody`, `responses` and so on. */
  source: JsonObject
}

export const contractFile = new URL('../../src/api/openapi.yaml', import.meta.url)

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const contract = parse(await readFile(contractFile, 'utf8')) as JsonObject

export const schemas = objectAt(objectAt(contract, 'components'), 'schemas')
/** Feature → the operations of the public API that it guards. */
export const operationFeatureTable = objectAt(contract, 'x-operation-features') as {
  [feature: string]: string[]
}
export const operations: readonly Operation[] = Object.entries(objectAt(contract, 'paths')).flatMap(
  ([path, item]) => methods.flatMap((method) => operationAt(path, item as JsonObject, method)),
)
export const publicOperations = operations.filter(({ surface }) => surface === 'public')

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
      surface: path.startsWith('/v1/') ? 'public' : 'management',
      parameters: parameters.map(resolve),
      source,
    },
  ]
}

/** What a reference is to; anything else is given back as it is. */
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
    throw new Error(`The contract has no object "${key}" where one is needed.`)
  }
  return found
}

/**
 * The JSON body that an operation takes, its schema and its example, and whether it may also come as a form; undefined where
 * the operation takes none.
 */
export function bodyOf({
  source,
}: Operation): { schema: Json; example: Json; multipart: boolean } | undefined {
  if (!source.requestBody) return undefined
  const content = objectAt(resolve(source.requestBody as JsonObject), 'content')
  const { schema = {}, example = null } = objectAt(content, 'application/json')
  return { schema, example, multipart: 'multipart/form-data' in content }
}

/**
 * As source text, with the schemas at `#/$defs/…`.
 *
 * @param without keys that only people read, such as `description`, which the text does without.
 */
export function toSource(value: unknown, without: readonly string[]): string {
  return JSON.stringify(value, (key, part: Json) => {
    // A property of a schema may have such a name; then it is an object.
    const isNote = key === 'example' || typeof part === 'string'
    return without.includes(key) && isNote ? undefined : part
  }).replaceAll('#/components/schemas/', '#/$defs/')
}
