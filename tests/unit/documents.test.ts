import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'

import { dependencies, devDependencies, scripts } from '../../package.json'
import { assetHeaders, pageHeaders, workerHeaders } from '../../tools/securityHeaders.ts'

const pages: string[] = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md']
for await (const page of glob('docs/**/*.md')) pages.push(page)

it('every link and every picture leads to something that is there', async () => {
  const missing = await inPages(/\]\((?!https?:)([^)#\s]+)|src="([^"]+)"/g, (page, target) =>
    existsSync(path.join(path.dirname(page), target)),
  )
  expect(missing).toEqual([])
})

it('every npm script that is named exists', async () => {
  expect(await inPages(/npm run ([a-z0-9:]+)/g, (_page, name) => name in scripts)).toEqual([])
})

it('docs/decisions/10-dependencies.md says of every dependency why it is there, and of nothing else', async () => {
  const page = await readFile('docs/decisions/10-dependencies.md', 'utf8')
  const rows = page.match(/^\| `.*$/gm) ?? []
  const named = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? [])
  expect(named.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted())
})

it('docs/deploying.md has the headers as they are', async () => {
  const page = await readFile('docs/deploying.md', 'utf8')
  for (const headers of [pageHeaders, workerHeaders, assetHeaders]) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    expect(page).toContain(lines.join('\n'))
  }
})

/** What the pattern finds in the documents and `isRight` does not hold for, with its page. */
async function inPages(
  pattern: RegExp,
  isRight: (page: string, found: string) => boolean,
): Promise<string[]> {
  const wrong: string[] = []
  for (const page of pages) {
    for (const [, one, other] of (await readFile(page, 'utf8')).matchAll(pattern)) {
      const found = one ?? other ?? ''
      if (!isRight(page, found)) wrong.push(`${page}: ${found}`)
    }
  }
  return wrong
}
