/**
 * Checks that the files that the token list loads stay small: their compressed size must not exceed a budget (docs/speed.md). If a
 * new feature is worth it, raise the budget.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** The maximum size of the scripts and styles of the list, in bytes, compressed with brotli. */
const budgets = { 'dist/demo': 233_000, 'dist/real': 146_000 }

/** The files that the list loads after those that index.html names. */
const listFiles = /^(shared|settings|token-list|words)-.*\.(js|css)$/

let failed = false
for (const [folder, budget] of Object.entries(budgets)) {
  const files = [...(await firstFiles(folder)), ...(await filesOfList(folder))]
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

/** Returns the files that the script in index.html loads (tools/build/basePathBootstrap.ts). */
async function firstFiles(folder: string): Promise<string[]> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8')
  return ['entry', 'styles', 'ahead'].flatMap((name) => {
    const value = new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1]
    if (value === undefined) throw new Error(`${folder}/index.html has no attribute data-${name}.`)
    return value.split(' ').filter((file) => file !== '')
  })
}

async function filesOfList(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, 'assets'))
  const found = names.filter((name) => listFiles.test(name)).map((name) => `assets/${name}`)
  if (!found.some((name) => name.includes('token-list'))) {
    throw new Error(`${folder} has no file of the token list. Has its name changed?`)
  }
  return found
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
