/**
 * `npm run build:package`: packs what other projects install into a file in dist: the demo, the programs that serve it, and the
 * kits for tests. Needs `npm run build` and `npm run build:real`.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import { bundleComponentKits, bundlePrograms } from './package/bundles.ts'
import { writeDeclarations } from './package/declarations.ts'
import { licenseFile, licensesPage } from './package/licenses.ts'
import { kits, packageManifest } from './package/manifest.ts'
import { packedPages, packPage } from './package/pages.ts'

const out = path.resolve('dist/package')
const kitFolder = path.join(out, 'kit')
/** The built applications that the programs serve, by their folders in the package. */
const applications = { demo: 'dist/demo', app: 'dist/real' }

for (const build of Object.values(applications)) {
  if (existsSync(path.join(build, 'index.html'))) continue
  console.error(`${build} is missing: run npm run build and npm run build:real first.`)
  process.exit(1)
}
for (const old of [out, ...globSync('dist/*.tgz')]) rmSync(old, { recursive: true, force: true })

await bundlePrograms(out)
await bundleComponentKits(kitFolder)
writeDeclarations(kitFolder, kits)
for (const [folder, build] of Object.entries(applications)) {
  // The programs serve this machine only, where compressed copies gain nothing.
  const filter = (file: string) => !/\.(br|gz)$/.test(file)
  cpSync(build, path.join(out, folder), { recursive: true, filter })
}
for (const [source, packed] of Object.entries(packedPages)) {
  mkdirSync(path.dirname(path.join(out, packed)), { recursive: true })
  writeFileSync(path.join(out, packed), packPage(source, readFileSync(source, 'utf8')))
}
writeFileSync(path.join(out, 'package.json'), JSON.stringify(packageManifest(), null, 2))
writeFileSync(path.join(out, 'THIRD-PARTY-LICENSES.md'), licensesPage(takeLicenses()))
execFileSync('npm', ['pack', out, '--silent', '--pack-destination', 'dist'], { stdio: 'inherit' })

/** Reads the lists of the bundled packages, and removes them from the package. */
function takeLicenses(): string[] {
  return globSync(path.join(out, '**', licenseFile)).map((file) => {
    const list = readFileSync(file, 'utf8')
    rmSync(path.dirname(file), { recursive: true })
    return list
  })
}
