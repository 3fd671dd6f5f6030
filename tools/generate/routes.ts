import { bodySchemas, reachableFrom } from './bodySchemas.ts'
import {
  type Api,
  bodyOf,
  componentsAs,
  type Json,
  type JsonObject,
  managementOperations,
  objectAt,
  type Operation,
  publicOperations,
  resolve,
} from './contract.ts'
import { toSource } from './toSource.ts'

const without = ['description', 'example']

/** The parameters and responses that operations share, by their names in the contract. */
const parameters = componentsAs('parameters', parameterOf)
const responses = componentsAs('responses', responseOf).filter(([, schema]) => !isReference(schema))

/** Returns the source of `managementContract.ts`: the routes and schemas of the management API, without descriptions and examples. */
export function managementContractSource(): string {
  return [
    "import { closedObject, forStatuses } from '../contractParts.ts'",
    ...contractSource('management', managementOperations),
    definitionsSource('management', schemasOf(managementOperations)),
  ].join('\n\n')
}

/** Returns the source of `publicContract.ts`: the routes and schemas of the public API, without descriptions and examples. */
export function publicContractSource(): string {
  const others = schemasOf(publicOperations).filter(([name]) => !bodySchemas.has(name))
  return [
    "import { closedObject, forStatuses } from '../contractParts.ts'",
    "import { bodySchemas } from './bodySchemas.ts'",
    ...contractSource('public', publicOperations),
    definitionsSource('public', others, '...bodySchemas,'),
  ].join('\n\n')
}

/** Returns the source of `publicPaths.ts`. */
export function publicPathsSource(): string {
  const paths = publicOperations.map(({ operationId, method, path }) => ({
    operationId,
    method,
    path,
  }))
  return [
    '/** The id, method and path of each operation of the public API, for code that must not load its schemas. */',
    `export const publicPaths = ${toSource(paths)} as const`,
  ].join('\n\n')
}

function contractSource(api: Api, operations: readonly Operation[]): string[] {
  const routes = `[${operations.map((operation) => routeSource(operation)).join(',')}]`
  const shared = { parameters, responses }
  return [
    ...Object.entries(shared).flatMap(([name, components]) => {
      const used = components.filter(([component]) =>
        new RegExp(`\\b${name}\\.${component}\\b`).test(routes),
      )
      if (used.length === 0) return []
      return [`const ${name} = ${toSource(Object.fromEntries(used), { without })} as const`]
    }),
    `/** Every operation of the ${api} API: its path, parameters, body and responses, as JSON Schema. */`,
    `export const ${api}Routes = ${routes} as const`,
  ]
}

/** Returns all schemas that the operations refer to, by their names. */
function schemasOf(operations: readonly Operation[]): [name: string, schema: Json][] {
  const parts = operations.map((operation) => [
    operation.parameters,
    bodyOf(operation)?.schema,
    Object.values(objectAt(operation.source, 'responses')).map((response) =>
      responseOf(resolve(response as JsonObject)),
    ),
  ])
  return Array.from(reachableFrom(parts))
}

function definitionsSource(
  api: Api,
  schemas: readonly [name: string, schema: Json][],
  first = '',
): string {
  const source = toSource(Object.fromEntries(schemas), { without })
  return [
    `/** The schemas to which the routes refer as \`#/$defs/…\`. */`,
    `export const ${api}Definitions = {${first}${source.slice(1)} as const`,
  ].join('\n')
}

function routeSource(operation: Operation): string {
  const { operationId, method, path } = operation
  const body = bodyOf(operation)
  const route = {
    operationId,
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
