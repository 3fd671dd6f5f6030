import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

const folder = 'src/locales/en'
/** Maps the first part of a message key to its file: `tokenList` for `tokenList.more`. */
const fileOf = new Map<string, string>()
for (const file of readdirSync(folder)) {
  const subjects = Object.keys(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object)
  for (const subject of subjects) fileOf.set(subject, path.basename(file, '.json'))
}
const shell = [...readFileSync('src/locales/i18n.ts', 'utf8').matchAll(/en\/(\w+)\.json/g)].map(
  ([, file]) => file,
)
const notOfPages = [...shell, 'demo', 'tour']
// The demo has its own messages (src/demo/words.ts). Its tour uses product messages to find elements.
const modules = ['app', 'features', 'ui', 'demo/tour'].flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .map((file) => `src/${room}/${file}`),
)

function importedFiles(code: string): string[] {
  return [...code.matchAll(/^import '#src\/locales\/(\w+)\.ts'$/gm)].map(([, file]) => file ?? '')
}

function usedFiles(code: string): string[] {
  const keys = [...code.matchAll(/(?:['`]|keypath=")([a-zA-Z]+)\.[a-zA-Z$]/g)]
  const files = keys.flatMap(([, subject]) => fileOf.get(subject ?? '') ?? [])
  return [...new Set(files)].filter((file) => !notOfPages.includes(file))
}

describe('message files', () => {
  it('are imported by exactly the modules that use them', () => {
    expect(modules.length).toBeGreaterThan(200)
    const wrong = modules.flatMap((file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')
      const [has, needs] = [importedFiles(code), usedFiles(code)].map((files) =>
        files.toSorted().join(' '),
      )
      return has === needs ? [] : [`${file} imports ${has || 'none'} and uses ${needs || 'none'}`]
    })
    expect(wrong).toEqual([])
  })
})
