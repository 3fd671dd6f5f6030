/**
 * Proves that the build for a real backend holds nothing of the emulated one: none of its marks is in any of the files. The
 * same marks must be in the demo's build, so that a mark that has lost its meaning is found out.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const marks = [
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
const lost = marks.filter((mark) => !demo.has(mark))
const kept = marks.filter((mark) => real.has(mark))

for (const mark of lost)
  console.error(`The demo's build does not hold "${mark}": the check is out of date.`)
for (const mark of kept) console.error(`The real build holds "${mark}" in ${real.get(mark)}`)
if (lost.length + kept.length > 0) process.exit(1)
console.log(`None of ${marks.length} marks of the mock is in dist/real.`)

async function foundIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const text = `${file}\n${await readFile(file, 'latin1')}`
    for (const mark of marks) if (text.includes(mark)) found.set(mark, file)
  }
  return found
}
