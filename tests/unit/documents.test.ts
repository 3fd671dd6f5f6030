import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'

import { dependencies, devDependencies, scripts } from '../../package.json'
import { assetHeaders, pageHeaders, workerHeaders } from '../../tools/serve/securityHeaders.ts'

const pages: string[] = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']
for await (const page of glob('{docs,src}/**/*.md')) pages.push(page)

it('every link and image in the docs has an existing target', async () => {
  const missing = await inPages(/\]\((?!https?:)([^)#\s]+)|src="([^"]+)"/g, (page, target) =>
    existsSync(path.join(path.dirname(page), target)),
  )
  expect(missing).toEqual([])
})

it('every npm script that the docs name exists', async () => {
  expect(await inPages(/npm run ([a-z0-9:]+)/g, (_page, name) => name in scripts)).toEqual([])
})

it('docs/decisions/10-dependencies.md explains every dependency, and only those', async () => {
  const page = await readFile('docs/decisions/10-dependencies.md', 'utf8')
  const rows = page.match(/^\| `.*$/gm) ?? []
  const named = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? [])
  expect(named.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted())
})

it('docs/testing.md names surviving mutants in functions that exist', async () => {
  const page = await readFile('docs/testing.md', 'utf8')
  const places = page.match(/^\| `[\w/]+\.ts` .*?\|/gm) ?? []
  const named = places.flatMap((place) => [
    ...place.matchAll(/`([\w/]+\.ts)` (?:the filter )?`(\w+)`/g),
  ])
  expect(named.length).toBeGreaterThan(0)
  const files: string[] = []
  for await (const file of glob('src/**/*.ts')) files.push(file)
  const missing: string[] = []
  for (const [, file = '', name = ''] of named) {
    const paths = files.filter((candidate) => candidate.endsWith(`/${file}`))
    const sources = await Promise.all(paths.map((source) => readFile(source, 'utf8')))
    if (!sources.some((source) => new RegExp(`\\b${name}\\b`).test(source)))
      missing.push(`${file}: ${name}`)
  }
  expect(missing).toEqual([])
})

it('docs/deploying.md lists the current headers', async () => {
  const page = await readFile('docs/deploying.md', 'utf8')
  for (const headers of [pageHeaders, workerHeaders, assetHeaders]) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    expect(page).toContain(lines.join('\n'))
  }
})

it('docs/decisions/README.md lists every decision with its title, date and status', async () => {
  const index = await readFile('docs/decisions/README.md', 'utf8')
  const listed = index.match(/^\| \d.*$/gm) ?? []
  const rows = listed.map((row) => row.split('|').map((cell) => cell.trim()))
  const expected: string[][] = []
  for await (const file of glob('docs/decisions/[0-9]*.md')) {
    const name = path.basename(file)
    const [title = '', , facts = ''] = (await readFile(file, 'utf8')).split('\n')
    const [, date, status] = /^\*\*Date:\*\* ([\d-]{10}) · \*\*Status:\*\* (.+)$/.exec(facts) ?? []
    const link = `[${title.replace('# ', '')}](${name})`
    expected.push(['', String(Number(name.slice(0, 2))), link, date ?? '', status ?? '', ''])
  }
  expect(rows.toSorted(byNumber)).toEqual(expected.toSorted(byNumber))
})

/** Returns all matches of the pattern in the docs for which `isRight` is false, with their pages. */
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

function byNumber(one: readonly string[], other: readonly string[]): number {
  return Number(one[1]) - Number(other[1])
}
