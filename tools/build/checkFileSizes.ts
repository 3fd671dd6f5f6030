/**
 * Checks that the files that the token list loads stay small: their compressed size must not exceed a budget (docs/speed.md). If a
 * new feature is worth it, raise the budget.
 */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** The maximum size of the scripts and styles of the list, in bytes, compressed with brotli. */
const budgets = { 'dist/demo': 242_500, 'dist/real': 146_500 }

let failed = false
for (const [folder, budget] of Object.entries(budgets)) {
  const files = await filesOfList(folder)
  const sizes = await Promise.all(files.map((file) => stat(path.join(folder, `${file}.br`))))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  const summary = `The list of ${folder} loads ${kilobytes(total)} of at most ${kilobytes(budget)}.`
  if (total <= budget) {
    console.log(summary)
    continue
  }
  failed = true
  console.error(`${summary} Its files:`)
  for (const [position, file] of files.entries())
    console.error(`  ${kilobytes(sizes[position]?.size ?? 0)}  ${file}`)
}
if (failed) process.exit(1)

/** Returns the files that the script in index.html loads for the list (tools/build/basePathBootstrap.ts). */
async function filesOfList(folder: string): Promise<string[]> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8')
  return ['entry', 'styles', 'ahead', 'list-files'].flatMap((name) => {
    const value = new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1]
    if (value === undefined) throw new Error(`${folder}/index.html has no attribute data-${name}.`)
    return value.split(' ').filter((file) => file !== '')
  })
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
