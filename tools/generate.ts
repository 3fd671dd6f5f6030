/**
 * Generates everything that comes from the contract, `src/api/openapi.yaml`, into `src/api/generated/`:
 *
 * - `schema.ts`: the types (openapi-typescript);
 * - `values.ts`: its enumerations and length limits, for forms and rules;
 * - `contract.ts`: its routes and JSON Schemas, for the server's checks. Only the mock imports it.
 *
 * `node tools/generate.ts` writes them; with `--check` it writes nothing and fails where one of them is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

const contractFile = new URL('../src/api/openapi.yaml', import.meta.url)
const outputFolder = new URL('../src/api/generated/', import.meta.url)
const notice =
  '// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.\n\n'
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const contract = parse(await readFile(contractFile, 'utf8')) as JsonObject
const schemas = objectAt(objectAt(contract, 'components'), 'schemas')

const files = {
  'schema.ts': notice + astToString(await openapiTS(contractFile)),
  'values.ts': notice + values(),
  'contract.ts': notice + routes(),
}

const check = process.argv.includes('--check')
const stale: string[] = []
await mkdir(outputFolder, { recursive: true })
for (const [name, source] of Object.entries(files)) {
  const file = new URL(name, outputFolder)
  const config = await resolveConfig(file)
  const wanted = await format(source, { ...config, parser: 'typescript' })
  const present = await readFile(file, 'utf8').catch(() => '')
  if (wanted === present) continue
  if (check) stale.push(name)
  else await writeFile(file, wanted)
}
if (stale.length > 0) {
  console.error(`Stale in src/api/generated: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}

function values(): string {
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
  ].join('\n\n')
}

function routes(): string {
  const table = Object.entries(objectAt(contract, 'paths')).flatMap(([path, item]) => {
    const shared = parameters((item as JsonObject).parameters)
    return methods.flatMap((method) => {
      const operation = (item as JsonObject)[method] as JsonObject | undefined
      if (!operation) return []
      return {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: [...shared, ...parameters(operation.parameters)],
        ...(operation.requestBody ? { body: schemaOf(operation.requestBody as JsonObject) } : {}),
        answers: Object.fromEntries(
          Object.entries(objectAt(operation, 'responses')).map(([status, answer]) => [
            status,
            schemaOf(resolve(answer as JsonObject)),
          ]),
        ),
      }
    })
  })
  return [
    '/** Every operation of the contract: where it is, what it takes and what it may answer, as JSON Schema. */',
    `export const routes = ${toDefinitions(table)} as const`,
    '/** The schemas that the routes refer to, by `#/$defs/…`. */',
    `export const definitions = ${toDefinitions(schemas)} as const`,
  ].join('\n\n')
}

function parameters(list: Json | undefined): JsonObject[] {
  return ((list ?? []) as JsonObject[]).map((entry) => {
    const { name, in: where, required = false, schema = {} } = resolve(entry)
    return { name, in: where, required, schema } as JsonObject
  })
}

/** The JSON Schema of a request body or an answer; null where it has no content. */
function schemaOf(holder: JsonObject): Json {
  const content = Object.values((holder.content ?? {}) as JsonObject)[0] as JsonObject | undefined
  return content?.schema ?? null
}

function resolve(value: JsonObject): JsonObject {
  if (typeof value.$ref !== 'string') return value
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((found, key) => objectAt(found, key), contract)
}

function objectAt(holder: JsonObject, key: string): JsonObject {
  const found = holder[key]
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new Error(`The contract has no object "${key}" where one is needed.`)
  }
  return found
}

/** As source text, without the descriptions that only people read. */
function toDefinitions(value: unknown): string {
  return JSON.stringify(value, (key, part: Json) =>
    key === 'description' && typeof part === 'string' ? undefined : part,
  ).replaceAll('#/components/schemas/', '#/$defs/')
}
