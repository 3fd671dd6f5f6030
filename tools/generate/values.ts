import { type JsonObject, schemas } from './contract.ts'
import { operationFeatures } from './operationFeatures.ts'

/** The source of `values.ts`: enumerations, limits, and which feature guards which operation. */
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
    '/** The most characters that a text may have, counted as people count them (grapheme clusters). */',
    `export const characterLimits = { ${limits.join(', ')} } as const`,
    '/** The feature that guards each operation of the public API; an operation that is not here needs none. */',
    `export const operationFeatures = ${JSON.stringify(Object.fromEntries(operationFeatures()))} as const`,
  ].join('\n\n')
}
