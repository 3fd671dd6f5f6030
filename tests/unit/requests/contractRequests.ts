import { limits } from '#src/api/generated/values.ts'
import { resolveRef, type Schema } from '#src/mock/server/contract/schemas.ts'

import { routes } from '../../support/contract/routes.ts'

export type AnyRoute = (typeof routes)[number]
export type Path = readonly (string | number)[]

/** A place in a request where a text is expected. */
export interface TextField {
  route: AnyRoute
  title: string
  schema: Schema
  /** Where it is: a query parameter, or the path of a property in the body. */
  place: { query: string } | { body: Path }
}

/** Returns the schema of a place together with the one that it refers to. */
export function resolve(schema: object): Schema {
  return { ...resolveRef(schema), ...schema }
}

export function typesOf(schema: Schema): readonly string[] {
  return [schema.type ?? []].flat()
}

/** Lists every query parameter of the contract. */
export const queryParameters = routes.flatMap((route) =>
  route.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({ route, name, schema: resolve(schema) })),
)

/** Lists every text that a client can send in a query or a body. A text of a fixed set is not free. */
export const textFields: readonly TextField[] = [
  ...queryParameters.map(({ route, name, schema }) => ({
    route,
    title: `${route.operationId} ?${name}`,
    schema,
    place: { query: name },
  })),
  ...routes.flatMap((route) =>
    textsIn(route.body ?? {}, []).map(({ schema, path }) => ({
      route,
      title: `${route.operationId} ${path.join('.')}`,
      schema,
      place: { body: path },
    })),
  ),
].filter(({ schema }) => typesOf(schema).includes('string') && !schema.enum)

function textsIn(source: object, path: Path): { schema: Schema; path: Path }[] {
  const schema = resolve(source)
  const own = typesOf(schema).includes('string') ? [{ schema, path }] : []
  const parts = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    textsIn(property, [...path, name]),
  )
  return [...own, ...parts, ...(schema.items ? textsIn(schema.items, [...path, 0]) : [])]
}

/** Returns a small value that a schema allows, with all properties. */
export function valueOf(source: object): unknown {
  const schema = resolve(source)
  if (schema.enum) return schema.enum[0]
  switch (typesOf(schema)[0]) {
    case 'object': {
      const others: readonly Schema[] = schema.oneOf?.slice(1) ?? []
      const left = others.flatMap(({ required = [] }) => required)
      const entries = Object.entries(schema.properties ?? {}).filter(
        ([name]) => !left.includes(name),
      )
      return Object.fromEntries(entries.map(([name, property]) => [name, valueOf(property)]))
    }
    case 'array':
      return [valueOf(schema.items ?? {})]
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    default:
      return textOf(schema)
  }
}

function textOf({ format, pattern = '', contentEncoding }: Schema): string {
  if (format === 'email') return 'a@example.com'
  if (format === 'date-time') return '2027-01-01T00:00:00Z'
  if (format === 'date-time-edesk') return '2026-01-01 00:00:00'
  if (format === 'date') return '2026-01-01'
  if (pattern.startsWith('^https?')) return 'https://www.example.com/(tracking_code)'
  if (pattern === '^[0-9a-f]{64}$') return '0'.repeat(64)
  if (pattern.includes('\\d+')) return '1'
  return contentEncoding === 'base64' ? 'AAAA' : 'a'
}

/** Returns a valid body of an operation with another value at a path. */
export function bodyWith(route: AnyRoute, path: Path, value: unknown): unknown {
  const body = valueOf(route.body ?? {})
  const [first, ...rest] = path
  if (first === undefined) return value
  // The other choice of an order's contact.
  if (route.operationId === 'createSalesOrder' && first === 'contact') {
    return replaced(
      { ...(body as object), contact_id: undefined, contact: { email: 'a@example.com' } },
      path,
      value,
    )
  }
  return replaced(body, [first, ...rest], value)
}

function replaced(target: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(target)) return target.map((item) => replaced(item, rest, value))
  const object = target as Record<string, unknown>
  return { ...object, [name]: replaced(object[name], rest, value) }
}

/** Returns the URL of an operation, with an id that exists where there is one. */
export function urlOf({ path }: AnyRoute, query = ''): string {
  return `http://localhost${path.replace(/\{\w+\}/g, '1')}${query}`
}

/** The maximum number of bytes of an operation's JSON body. */
export function maxBytes({ api }: AnyRoute): number {
  return api === 'public' ? limits.publicBodyBytes : limits.managementBodyBytes
}
