import { type JsonObject, schemas } from './contract.ts'
import { operationFeatures } from './operationFeatures.ts'

/** Returns the source of `values.ts`: enumerations, length limits, and the feature that each operation requires. */
export function valuesSource(): string {
  const arrays = Object.entries(schemas).flatMap(([name, schema]) => {
    const allowed = (schema as JsonObject).enum
    if (!Array.isArray(allowed)) return []
    const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`
    return `export const ${constant} = ${JSON.stringify(allowed)} as const`
  })
  const limits = Object.entries(schemas).flatMap(([name, schema]) => {
    const limit = (schema as JsonObject)['x-max-characters']
    return typeof limit === 'number' ? [`${JSON.stringify(name)}: ${limit}`] : []
  })
  return [
    ...arrays,
    '/** The maximum number of characters of a text, counted in grapheme clusters. */',
    `export const characterLimits = { ${limits.join(', ')} } as const`,
    '/** The feature that each operation of the public API requires. Operations that are not listed require none. */',
    `export const operationFeatures = ${JSON.stringify(Object.fromEntries(operationFeatures()))} as const`,
  ].join('\n\n')
}
