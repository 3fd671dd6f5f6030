/**
 * Generates what nobody should have to write twice. From the contract, `src/api/openapi.yaml`, into `src/api/generated/`:
 *
 * - `schema.ts`: the types (openapi-typescript);
 * - `values.ts`: its enumerations, length limits and the features that guard its operations, for forms and rules;
 * - `contract.ts`: its routes and JSON Schemas, for the server's checks. Only the mock imports it;
 * - `reference.ts`: the public API for people to read. Large, so that a page loads it when it is wanted.
 *
 * From src/boot.ts, `tools/generated/bootScript.ts`: the script that is in index.html, and its hash. And from
 * tools/securityHeaders.ts, `docs/deploy/nginx.conf`.
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

const check = process.argv.includes('--check')
const stale: string[] = []

await bring('src/api/generated/schema.ts', fromContract(astToString(await openapiTS(contractFile))))
await bring('src/api/generated/values.ts', fromContract(valuesSource()))
await bring('src/api/generated/contract.ts', fromContract(contractSource()))
await bring('src/api/generated/reference.ts', fromContract(referenceSource()))
await bring('tools/generated/bootScript.ts', bootScriptSource())
// Reads what the line before has written.
const { nginxConfig } = await import('./generate/nginxConfig.ts')
await bring('docs/deploy/nginx.conf', nginxConfig())

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}

/** Brings a file up to date, or remembers that it is not. */
async function bring(name: string, source: string): Promise<void> {
  const file = new URL(`../${name}`, import.meta.url)
  const wanted = name.endsWith('.ts')
    ? await format(source, { ...(await resolveConfig(file)), parser: 'typescript' })
    : source
  const present = await readFile(file, 'utf8').catch(() => '')
  if (wanted === present) return
  if (check) {
    stale.push(name)
    return
  }
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, wanted)
}

function fromContract(source: string): string {
  const notice =
    '// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.'
  return `${notice}\n\n${source}`
}
