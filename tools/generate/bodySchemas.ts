import { bodyOf, type Json, publicOperations, schemas } from './contract.ts'
import { toSource } from './toSource.ts'

/** The schemas that the bodies of the public API use. */
export const bodySchemas: ReadonlyMap<string, Json> = reachableFrom(publicOperations.map(bodyOf))

/**
 * Returns the source of `bodySchemas.ts`: these schemas with their descriptions. The server validates with them, and the
 * reference page shows them.
 */
export function bodySchemasSource(): string {
  return [
    '/** The schemas of the bodies of the public API. They refer to each other as `#/$defs/…`. */',
    `export const bodySchemas = ${toSource(Object.fromEntries(bodySchemas))} as const`,
  ].join('\n\n')
}

/** Returns every schema that `value` refers to, directly or through other schemas. */
export function reachableFrom(value: unknown, found = new Map<string, Json>()): Map<string, Json> {
  for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (found.has(name)) continue
    const schema = schemas[name]
    if (schema === undefined) throw new Error(`The contract has no schema "${name}".`)
    found.set(name, schema)
    reachableFrom(schema, found)
  }
  return found
}
