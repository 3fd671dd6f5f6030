import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Language } from '#src/locales/languages.ts'

/** The folder with a folder for each language. */
export const localesFolder = 'src/locales'

/** The names of the files of messages, which each language has. */
export const messageFiles = readdirSync(path.join(localesFolder, 'en')).filter((name) =>
  name.endsWith('.json'),
)

/** Returns all messages of a language by their keys, with the file first: `app.json app.logOut`. */
export function messagesOf(language: Language): Map<string, string> {
  const messages = new Map<string, string>()
  for (const file of messageFiles) {
    const text = readFileSync(path.join(localesFolder, language, file), 'utf8')
    collect(JSON.parse(text) as object, `${file} `, messages)
  }
  return messages
}

function collect(part: object, prefix: string, messages: Map<string, string>): void {
  for (const [name, value] of Object.entries(part) as [string, string | object][]) {
    if (typeof value === 'string') messages.set(`${prefix}${name}`, value)
    else collect(value, `${prefix}${name}.`, messages)
  }
}

/** Returns the message without its placeholders, and without the quotes around its escaped signs. */
export function withoutPlaceholders(message: string): string {
  return message.replaceAll(/\{'(.)'\}/g, '$1').replaceAll(/\{[^}]*\}/g, ' ')
}
