import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

/** The parts of the application that show messages. */
const files = ['app', 'demo', 'features', 'ui'].flatMap((folder) =>
  readdirSync(path.join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .map((file) => path.join('src', folder, file)),
)
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

/** Returns the places that match a pattern, without the files of an exception. */
function placesOf(pattern: RegExp, exceptions: readonly string[] = []): string[] {
  return [...sources]
    .filter(([file]) => !exceptions.includes(path.basename(file)))
    .flatMap(([file, source]) =>
      Array.from(source.matchAll(pattern), ([found]) => `${file}: ${found}`),
    )
}

const message = String.raw`(?<![\w.])t\(`

it('beside a message in a template is no other text that would make it a sentence', () => {
  const first = new RegExp(String.raw`\{\{[^{}]*${message}[^{}]*\}\}\s+\{\{(?! ' ')[^{}]*\}\}`, 'g')
  const second = new RegExp(String.raw`\{\{(?! ' ')[^{}]*\}\}\s+\{\{[^{}]*${message}`, 'g')
  expect([...placesOf(first), ...placesOf(second)]).toEqual([])
})

it('no code adds something to a message', () => {
  const pattern = new RegExp(
    String.raw`\$\{${message}|${message}[^()]*\)\s*\+|\+\s*${message}`,
    'g',
  )
  // Names with a number, a sign or a value, which are no sentence.
  const exceptions = ['TokenFilter.vue', 'tokenCsv.ts', 'FilterPopover.vue', 'ResponseView.vue']
  expect(placesOf(pattern, exceptions)).toEqual([])
})

it('lists and sentences are joined as the language does: listText, joinSentences', () => {
  // Ids, texts to search in, the texts of elements, and what the public API has answered.
  const exceptions = [
    'PermissionMatrix.vue',
    'matchesSearch.ts',
    'domQueries.ts',
    'useTourFocus.ts',
    'edeskFailure.ts',
  ]
  expect(placesOf(/\.join\(',? '\)/g, exceptions)).toEqual([])
})

it('each message of a component follows the language of the page', () => {
  const script = /<script setup[^>]*>(.*?)<\/script>/s
  const constants = /^const (?<name>\w+)[^=\n]*= (?:\[|\{|t\().*?(?=^\S)/gms
  const fixed = [...sources].flatMap(([file, source]) =>
    Array.from((script.exec(source)?.[1] ?? '').matchAll(constants))
      .filter(([statement]) => new RegExp(message).test(statement))
      .map(({ groups }) => `${file}: ${groups?.name}`),
  )
  expect(fixed).toEqual([])
})
