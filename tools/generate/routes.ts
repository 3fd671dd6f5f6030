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
  toSource,
} from './contract.ts'

const notes = ['description', 'example']

/** The parameters and responses that operations share, by their names in the contract. */
const parameters = componentsAs('parameters', parameterOf)
const answers = componentsAs('responses', answerOf).filter(
  ([, schema]) => schema !== null && !('$ref' in (schema as JsonObject)),
)

/** Returns the source of `contract.ts`: all routes and schemas, without descriptions and examples. */
export function contractSource(): string {
  const others = Object.entries(schemas).filter(([name]) => !bodySchemas.has(name))
  return [
    "import { bodySchemas } from './bodySchemas.ts'",
    `const parameters = ${toSource(Object.fromEntries(parameters), notes)} as const`,
    `const answers = ${toSource(Object.fromEntries(answers), notes)} as const`,
    '/** Every operation of the contract: its path, parameters, body and responses, as JSON Schema. */',
    `export const routes = ${toSource(operations.map(routeOf), notes, { parameters, answers })} as const`,
    '/** The schemas to which the routes refer as `#/$defs/…`. */',
    `export const definitions = { ...bodySchemas, ${toSource(Object.fromEntries(others), notes).slice(1)} as const`,
  ].join('\n\n')
}

function routeOf(operation: Operation): object {
  const { operationId, method, path, surface, source } = operation
  const body = bodyOf(operation)
  return {
    operationId,
    surface,
    method,
    path,
    parameters: operation.parameters.map(parameterOf),
    ...(body ? { body: body.schema } : {}),
    ...(body?.multipart ? { multipart: true } : {}),
    answers: Object.fromEntries(
      Object.entries(objectAt(source, 'responses')).map(([status, answer]) => [
        status,
        answerOf(resolve(answer as JsonObject)),
      ]),
    ),
  }
}

function parameterOf({ name, in: where, required = false, schema = {} }: JsonObject): JsonObject {
  return { name, in: where, required, schema } as JsonObject
}

/** Returns the JSON Schema of a response; null if it has no content. */
function answerOf(answer: JsonObject): Json {
  const content = Object.values((answer.content ?? {}) as JsonObject)[0] as JsonObject | undefined
  return content?.schema ?? null
}
