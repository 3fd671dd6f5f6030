/**
 * Generates what nobody should have to write twice. From the contract, `src/api/openapi.yaml`, into `src/api/generated/`:
 *
 * - `schema.ts`: the types (openapi-typescript);
 * - `values.ts`: its enumerations, length limits and the features that guard its operations, for forms and rules;
 * - `contract.ts`: its routes and JSON Schemas, for the server's checks. Only the mock imports it;
 * - `reference.ts`: the public API for people to read. Large, so that a page loads it when it is wanted.
 *
 * And from src/boot.ts, `tools/generated/bootScript.ts`: the script that index.html begins with, and its hash.
 *
 * `node tools/generate.ts` writes them; with `--check` it writes nothing and fails where one of them is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'

import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

import { bootScriptSource } from './generate/bootScript.ts'
import { contractFile } from './generate/contract.ts'
import { referenceSource } from './generate/reference.ts'
import { contractSource } from './generate/routes.ts'
import { valuesSource } from './generate/values.ts'

const files = {
  'src/api/generated/schema.ts': fromContract(astToString(await openapiTS(contractFile))),
  'src/api/generated/values.ts': fromContract(valuesSource()),
  'src/api/generated/contract.ts': fromContract(contractSource()),
  'src/api/generated/reference.ts': fromContract(referenceSource()),
  'tools/generated/bootScript.ts': bootScriptSource(),
}

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [name, source] of Object.entries(files)) {
  const file = new URL(`../${name}`, import.meta.url)
  const wanted = await format(source, { ...(await resolveConfig(file)), parser: 'typescript' })
  const present = await readFile(file, 'utf8').catch(() => '')
  if (wanted === present) continue
  if (check) {
    stale.push(name)
    continue
  }
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, wanted)
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}

function fromContract(source: string): string {
  const notice =
    '// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.'
  return `${notice}\n\n${source}`
}
