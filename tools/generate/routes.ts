import {
  bodyOf,
  type Json,
  type JsonObject,
  objectAt,
  type Operation,
  operations,
  resolve,
  schemas,
  toSource,
} from './contract.ts'

/** Returns the source of `contract.ts`: all routes and schemas, without descriptions and examples. */
export function contractSource(): string {
  const notes = ['description', 'example']
  return [
    '/** Every operation of the contract: its path, parameters, body and responses, as JSON Schema. */',
    `export const routes = ${toSource(operations.map(routeOf), notes)} as const`,
    '/** The schemas to which the routes refer as `#/$defs/…`. */',
    `export const definitions = ${toSource(schemas, notes)} as const`,
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
    parameters: operation.parameters.map(({ name, in: where, required = false, schema = {} }) => ({
      name,
      in: where,
      required,
      schema,
    })),
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

/** Returns the JSON Schema of a response; null if it has no content. */
function answerOf(answer: JsonObject): Json {
  const content = Object.values((answer.content ?? {}) as JsonObject)[0] as JsonObject | undefined
  return content?.schema ?? null
}
