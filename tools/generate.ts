/**
 * Generates these files. From the contract, `src/api/openapi.yaml`, into `src/api/generated/`:
 *
 * - `schema.ts`: the types that code uses (openapi-typescript).
 * - `values.ts`: enumerations, limits, and the feature that each operation requires. Pages and rules use it.
 * - `managementContract.ts`, `publicContract.ts`: the routes and JSON Schemas of each API, with which the server checks requests.
 *   Only the mock imports them.
 * - `publicPaths.ts`: the paths of the public API, for the part of the mock that a page loads before its first public request.
 * - `bodySchemas.ts`: the schemas of the public API's bodies, which its contract and its reference use.
 * - `reference.ts`: the public API for the reference page. Large, so pages load it on demand.
 *
 * From the folders of src/locales: `src/locales/languageList.ts`, the languages of the application.
 * From src/boot.ts: `tools/generated/bootScript.ts`, the inline script of index.html and its hash.
 * From tools/serve/securityHeaders.ts: `docs/deploy/nginx.conf`.
 *
 * `node tools/generate.ts` writes the files. With `--check`, it writes nothing and fails if a file is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'

import { format, resolveConfig } from 'prettier'

import { bootScriptSource } from './generate/bootScript.ts'
import { bodySchemasSource } from './generate/bodySchemas.ts'
import { languageListSource } from './generate/languageList.ts'
import { referenceSource } from './generate/reference.ts'
import {
  managementContractSource,
  publicContractSource,
  publicPathsSource,
} from './generate/routes.ts'
import { typesSource } from './generate/types.ts'
import { valuesSource } from './generate/values.ts'

const check = process.argv.includes('--check')
const stale: string[] = []

await update('src/api/generated/schema.ts', fromContract(await typesSource()))
await update('src/api/generated/values.ts', fromContract(valuesSource()))
await update('src/api/generated/bodySchemas.ts', fromContract(bodySchemasSource()))
await update('src/api/generated/managementContract.ts', fromContract(managementContractSource()))
await update('src/api/generated/publicContract.ts', fromContract(publicContractSource()))
await update('src/api/generated/publicPaths.ts', fromContract(publicPathsSource()))
await update('src/api/generated/reference.ts', fromContract(referenceSource()))
await update('src/locales/languageList.ts', await languageListSource())
await update('tools/generated/bootScript.ts', bootScriptSource())
// Imported here because it reads the file that the previous line has written.
const { nginxConfig } = await import('./generate/nginxConfig.ts')
await update('docs/deploy/nginx.conf', nginxConfig())

if (stale.length > 0) {
  console.error(`Stale files: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}

/** Updates a file. With `--check`, only records that it is stale. */
async function update(name: string, source: string): Promise<void> {
  const file = new URL(`../${name}`, import.meta.url)
  const expected = name.endsWith('.ts')
    ? await format(source, { ...(await resolveConfig(file)), parser: 'typescript' })
    : source
  const actual = await readFile(file, 'utf8').catch(() => '')
  if (expected === actual) return
  if (check) {
    stale.push(name)
    return
  }
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, expected)
}

function fromContract(source: string): string {
  const notice =
    '// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.'
  return `${notice}\n\n${source}`
}
