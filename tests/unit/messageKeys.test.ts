import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { messageFiles } from '../support/messages.ts'

/** The parameters of a demo link look like keys of the demo's messages. */
const linkParameters =
  /^demo\.(as|changes|fault|from|lang|latency|now|panel|starts|tour|transport)$/

const folder = 'src/locales/en'
const messages = new Set<string>()
const groups = new Set<string>()
for (const file of messageFiles) {
  collect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object)
}

/** Adds the keys of all messages in an object, and of the groups that they form. */
function collect(part: object, prefix = ''): void {
  for (const [name, value] of Object.entries(part)) {
    const key = `${prefix}${name}`
    if (typeof value === 'object' && value !== null) {
      groups.add(key)
      collect(value as object, `${key}.`)
    } else {
      messages.add(key)
    }
  }
}

/**
 * The keys in the source: strings and template literals that begin like a key, and the attribute `keypath`. It does not matter
 * whether they are an argument of `t` or, for example, an entry of a table.
 */
function keysIn(source: string): string[] {
  const subjects = [...groups].filter((key) => !key.includes('.')).join('|')
  const text = String.raw`(?:${subjects})(?:\.[\w$-]+)+`
  const template = String.raw`(?:${subjects})\.(?:[\w$.-]|\$\{[^{}]*\})+`
  const keys = new RegExp(`'(${text})'|keypath="(${text})"|\`(${template})\``, 'g')
  return Array.from(source.matchAll(keys), ([, string, keypath, templateText]) =>
    String(string ?? keypath ?? templateText),
  ).filter((key) => !linkParameters.test(key))
}

/** Returns the messages with a key; for a template literal, those that it can stand for; for a group, those in the group. */
function messagesOf(key: string): string[] {
  const pattern = key
    .split(/\$\{[^{}]*\}/)
    .map((part) => part.replaceAll(/[.$]/g, String.raw`\$&`))
    .join('[^.]+')
  const isKey = new RegExp(`^${pattern}$`)
  const found = [...messages].filter((message) => isKey.test(message))
  if (found.length > 0) return found
  const isInGroup = new RegExp(`^${pattern}\\.`)
  return [...messages].filter((message) => isInGroup.test(message))
}

/** The mock and the kits show no messages. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(ts|vue)$/.test(file) && !/^(mock|kit|api.generated)/.test(file),
)
const uses = sources.flatMap((file) =>
  [...new Set(keysIn(readFileSync(path.join('src', file), 'utf8')))].map((key) => ({
    file,
    key,
    found: messagesOf(key),
  })),
)

describe('the keys of the messages', () => {
  it('all exist', () => {
    expect(uses.length).toBeGreaterThan(800)
    const missing = uses.filter(({ found }) => found.length === 0)
    expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([])
  })

  it('are all used', () => {
    const used = new Set(uses.flatMap(({ found }) => found))
    expect([...messages].filter((key) => !used.has(key))).toEqual([])
  })
})
