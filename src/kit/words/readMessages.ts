import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Language } from '#src/locales/languages.ts'

/** Returns the messages of a language. The package has another version of this module (tools/package/packedMessages.ts). */
export function readMessages(language: Language): object {
  const folder = path.resolve(import.meta.dirname, '../../locales', language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const messages = files.map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object,
  )
  return Object.assign({}, ...messages) as object
}
