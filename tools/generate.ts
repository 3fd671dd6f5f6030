/**
 * Generates everything that comes from the contract, `src/api/openapi.yaml`, into `src/api/generated/`:
 *
 * - `schema.ts`: the types (openapi-typescript);
 * - `values.ts`: its enumerations, length limits and the features that guard its operations, for forms and rules;
 * - `contract.ts`: its routes and JSON Schemas, for the server's checks. Only the mock imports it;
 * - `reference.ts`: the public API for people to read. Large, so that a page loads it when it is wanted.
 *
 * `node tools/generate.ts` writes them; with `--check` it writes nothing and fails where one of them is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

import { contractFile } from './generate/contract.ts'
import { referenceSource } from './generate/reference.ts'
import { contractSource } from './generate/routes.ts'
import { valuesSource } from './generate/values.ts'

const outputFolder = new URL('../src/api/generated/', import.meta.url)
const notice =
  '// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.\n\n'

const files = {
  'schema.ts': astToString(await openapiTS(contractFile)),
  'values.ts': valuesSource(),
  'contract.ts': contractSource(),
  'reference.ts': referenceSource(),
}

const check = process.argv.includes('--check')
const stale: string[] = []
await mkdir(outputFolder, { recursive: true })
for (const [name, source] of Object.entries(files)) {
  const file = new URL(name, outputFolder)
  const config = await resolveConfig(file)
  const wanted = await format(notice + source, { ...config, parser: 'typescript' })
  const present = await readFile(file, 'utf8').catch(() => '')
  if (wanted === present) continue
  if (check) stale.push(name)
  else await writeFile(file, wanted)
}
if (stale.length > 0) {
  console.error(`Stale in src/api/generated: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}
