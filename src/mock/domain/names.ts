import { characterLimits } from '#src/api/generated/values.ts'
import { countCharacters, firstCharacters, hasForbiddenCharacter } from '#src/shared/characters.ts'
import { containsKey } from '#src/shared/keysInText.ts'

export type TextIssue = 'required' | 'too-long' | 'control-characters' | 'contains-key'
export type TextResult = { ok: true; value: string } | { ok: false; code: TextIssue }

const visibleCharacter = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u

/** Validates a token's name and returns it as it is stored: trimmed, with runs of spaces collapsed. */
export function parseName(text: string): TextResult {
  const value = text.trim().replace(/[^\S\p{Cc}]+/gu, ' ')
  if (hasForbiddenCharacter(value, { lines: false }))
    return { ok: false, code: 'control-characters' }
  if (!visibleCharacter.test(value)) return { ok: false, code: 'required' }
  return accepted(value, characterLimits.TokenName)
}

/** Validates a token's description and returns it as it is stored. It may have several lines, and may be empty. */
export function parseDescription(text: string): TextResult {
  const value = text.replace(/\r\n?/gu, '\n').replaceAll('\t', ' ').trim()
  if (hasForbiddenCharacter(value, { lines: true }))
    return { ok: false, code: 'control-characters' }
  return accepted(visibleCharacter.test(value) ? value : '', characterLimits.TokenDescription)
}

/**
 * Returns the new name of a token that is being replaced: the replacement takes over its name.
 *
 * @param attempt counts up from 1 until the name is free.
 */
export function oldKeyName(name: string, keyEnding: string, attempt: number): string {
  const suffix = ` (old key …${keyEnding}${attempt > 1 ? `, ${attempt}` : ''})`
  const maxLength = characterLimits.TokenName - countCharacters(suffix)
  return firstCharacters(name, maxLength).trimEnd() + suffix
}

/** Returns the application that a token is for: its name, without the suffix that `oldKeyName` added. */
export function applicationName({ name, keyEnding }: { name: string; keyEnding: string }): string {
  return name.replace(new RegExp(` \\(old key …${keyEnding}(, \\d+)?\\)$`), '')
}

/** Refuses texts that are too long, and keys: everybody who sees the token would see the key. */
function accepted(value: string, limit: number): TextResult {
  if (countCharacters(value) > limit) return { ok: false, code: 'too-long' }
  return containsKey(value) ? { ok: false, code: 'contains-key' } : { ok: true, value }
}
