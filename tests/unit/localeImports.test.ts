import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { messageFiles } from '../support/messages.ts'

const folder = 'src/locales/en'
/** The file that holds the messages of a subject: `tokenList` for `tokenList.more`. */
const fileOf = new Map<string, string>()
for (const file of messageFiles) {
  const subjects = Object.keys(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object)
  for (const subject of subjects) fileOf.set(subject, path.basename(file, '.json'))
}
/** The shell's messages are always there. The demo has a set of its own (src/demo/messages.ts). */
const shell = [...readFileSync('src/locales/i18n.ts', 'utf8').matchAll(/en\/(\w+)\.json/g)].map(
  ([, file]) => file,
)
const notOfPages = [...shell, 'demo', 'tour']

const modules = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => path.join('src', file))
    .filter((file) => /\.(ts|vue)$/.test(file) && !/^src.(mock|kit|api.generated)/.test(file))
    .map((file) => [file, readFileSync(file, 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')]),
)

function resolve(from: string, imported: string): string {
  return imported.startsWith('#src/')
    ? path.join('src', imported.slice('#src/'.length))
    : path.join(path.dirname(from), imported)
}

function found(file: string, pattern: RegExp): string[] {
  return [...(modules.get(file) ?? '').matchAll(pattern)].map(([, text]) => text ?? '')
}

function importedBy(file: string, pattern: RegExp): string[] {
  return found(file, pattern)
    .map((imported) => resolve(file, imported))
    .filter((target) => modules.has(target))
}

const staticImport = /^(?:import|export)\b(?!\s+type\b)[^;'"=]*?['"]([^'"]+)['"]/gm
const dynamicImport = /import\(\s*['"]([^'"]+)['"]\s*\)/g

/** A module and all that is loaded with it. */
function loadedWith(first: string): Set<string> {
  const loaded = new Set<string>([first])
  for (const file of loaded) for (const next of importedBy(file, staticImport)) loaded.add(next)
  return loaded
}

function messagesUsedBy(file: string): string[] {
  if (/^src.(demo.(?!tour)|locales)/.test(file)) return []
  const subjects = found(file, /(?:['`]|keypath=")([a-zA-Z]+)\.[a-zA-Z$]/g)
  const files = subjects.flatMap((subject) => fileOf.get(subject) ?? [])
  return files.filter((name) => !notOfPages.includes(name))
}

function messagesImportedBy(file: string): string[] {
  return found(file, /^import '#src\/locales\/(\w+)\.ts'$/gm)
}

describe('the imports of messages', () => {
  const entries = new Set(['src/main.ts'])
  for (const file of modules.keys())
    for (const target of importedBy(file, dynamicImport)) entries.add(target)

  it('name in each page and lazy part the messages of all that it loads', () => {
    expect(entries.size).toBeGreaterThan(20)
    const wrong = [...entries].flatMap((entry) => {
      const used = [...loadedWith(entry)].flatMap(messagesUsedBy)
      const needs = [...new Set(used)].toSorted().join(' ')
      const has = messagesImportedBy(entry).toSorted().join(' ')
      return has === needs ? [] : [`${entry} imports ${has || 'none'}, needs ${needs || 'none'}`]
    })
    expect(wrong).toEqual([])
  })

  it('stand in no other module', () => {
    const others = [...modules.keys()].filter(
      (file) => !entries.has(file) && messagesImportedBy(file).length > 0,
    )
    expect(others).toEqual([])
  })
})
