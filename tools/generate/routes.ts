import { bodySchemas } from './bodySchemas.ts'
import {
  bodyOf,
  componentsAs,
  type Json,
  type JsonObject,
  objectAt,
  type Operation,
  operations,
  resolve,
  schemas,
} from './contract.ts'
import { toSource } from './toSource.ts'

const without = ['description', 'example']

/** The parameters and responses that operations share, by their names in the contract. */
const parameters = componentsAs('parameters', parameterOf)
const responses = componentsAs('responses', responseOf).filter(([, schema]) => !isReference(schema))

/** Returns the source of `contract.ts`: all routes and schemas, without descriptions and examples. */
export function contractSource(): string {
  const others = Object.entries(schemas).filter(([name]) => !bodySchemas.has(name))
  const routes = operations.map((operation) => routeSource(operation))
  return [
    "import { closedObject, forStatuses } from '../contractParts.ts'",
    "import { bodySchemas } from './bodySchemas.ts'",
    `const parameters = ${toSource(Object.fromEntries(parameters), { without })} as const`,
    `const responses = ${toSource(Object.fromEntries(responses), { without })} as const`,
    '/** Every operation of the contract: its path, parameters, body and responses, as JSON Schema. */',
    `export const routes = [${routes.join(',')}] as const`,
    '/** The schemas to which the routes refer as `#/$defs/…`. */',
    `export const definitions = { ...bodySchemas, ${toSource(Object.fromEntries(others), { without }).slice(1)} as const`,
  ].join('\n\n')
}

function routeSource(operation: Operation): string {
  const { operationId, method, path, api } = operation
  const body = bodyOf(operation)
  const route = {
    operationId,
    api,
    method,
    path,
    parameters: operation.parameters.map(parameterOf),
    ...(body ? { body: body.schema } : {}),
    ...(body?.multipart ? { multipart: true } : {}),
  }
  const source = toSource(route, { without, constants: { parameters } })
  return `${source.slice(0, -1)},responses:{${responsesSource(operation)}}}`
}

/** Returns the members of a route's responses. Statuses with the same schema are written together. */
function responsesSource({ source }: Operation): string {
  const statuses = new Map<string, string[]>()
  for (const [status, response] of Object.entries(objectAt(source, 'responses'))) {
    const schema = responseOf(resolve(response as JsonObject))
    const text = toSource(schema, { without, constants: { responses } })
    statuses.set(text, [...(statuses.get(text) ?? []), `'${status}'`])
  }
  return Array.from(statuses, ([schema, [first = '', ...others]]) =>
    others.length === 0
      ? `${first}:${schema}`
      : `...forStatuses(${schema},${[first, ...others].join(',')})`,
  ).join(',')
}

function parameterOf({ name, in: where, required = false, schema = {} }: JsonObject): JsonObject {
  return { name, in: where, required, schema } as JsonObject
}

/** Returns the JSON Schema of a response; null if it has no content. */
function responseOf(response: JsonObject): Json {
  const content = Object.values((response.content ?? {}) as JsonObject)[0] as JsonObject | undefined
  return content?.schema ?? null
}

function isReference(schema: Json): boolean {
  return schema === null || '$ref' in (schema as JsonObject)
}
