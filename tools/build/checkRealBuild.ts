/**
 * Checks that the real build contains no code of the mock: none of these markers may appear in its files. Each marker must
 * appear in the demo build, so that an outdated marker is noticed.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const markers = [
  'mockServiceWorker',
  'edesk-demo',
  'starter-admin@example.com',
  'Northwind Home',
  'indexedDB',
  'passwordHash',
  'refusedInARow',
  'onUnhandledFrame',
  'createScriptURL',
  'edesk-offline',
  'offline-files.json',
  'edesk-demo-tour',
  'Resume the tour',
  'edeskDemo',
  'demoReady',
  'Demo panel',
  'All scenarios',
  'demo-panel',
]

const demo = await foundIn('dist/demo')
const real = await foundIn('dist/real')
const outdated = markers.filter((marker) => !demo.has(marker))
const leaked = markers.filter((marker) => real.has(marker))

for (const marker of outdated)
  console.error(
    `The demo build does not contain "${marker}": update tools/build/checkRealBuild.ts.`,
  )
for (const marker of leaked)
  console.error(`The real build contains "${marker}" in ${real.get(marker)}.`)
if (outdated.length + leaked.length > 0) process.exit(1)
console.log(`dist/real contains none of the ${markers.length} markers of the mock.`)

async function foundIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const text = `${file}\n${await readFile(file, 'latin1')}`
    for (const marker of markers) if (text.includes(marker)) found.set(marker, file)
  }
  return found
}
