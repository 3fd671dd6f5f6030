import { characterLimits } from '#src/api/generated/values.ts'

export type TextFault = 'required' | 'too-long' | 'control-characters'
export type ReadText = { ok: true; value: string } | { ok: false; code: TextFault }

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
// Made when it is first needed: it takes longer than all else that a start of the mock does with texts.
let segmenter: Intl.Segmenter | undefined
const shown = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u

/** A token's name as it is kept: without spaces at the ends, runs of them as one. */
export function readName(text: string): ReadText {
  const value = text.trim().replace(/[^\S\p{Cc}]+/gu, ' ')
  if (hasControl(value)) return { ok: false, code: 'control-characters' }
  if (!shown.test(value)) return { ok: false, code: 'required' }
  return withinLimit(value, characterLimits.TokenName)
}

/** A token's description as it is kept: it may have lines, and may be empty. */
export function readDescription(text: string): ReadText {
  const value = text.replace(/\r\n?/gu, '\n').replaceAll('\t', ' ').trim()
  if (hasControl(value.replaceAll('\n', ''))) return { ok: false, code: 'control-characters' }
  return withinLimit(shown.test(value) ? value : '', characterLimits.TokenDescription)
}

/**
 * What two names are compared by: without regard to case, width (NFKC) and spaces, so that "Ｓhip fast" is "ship FAST" and one
 * application has one token (help article, "Tokens and their types").
 */
export function nameKey(name: string): string {
  return foldText(name).replaceAll(' ', '').normalize('NFKC')
}

/**
 * A text as it is searched: without regard to case and width (NFKC), in one line, without what nobody sees.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKC')
      // Before letters are put together with what stands after them.
      .replace(invisible, '')
      .toUpperCase()
      .toLowerCase()
      // The sigma of a word's end, which is another one as soon as something follows it.
      .replaceAll('ς', 'σ')
      .normalize('NFKC')
      .replace(/[\p{White_Space}\u2800]+/gu, ' ')
      .trim()
  )
}

/**
 * What a token is called whose place another one takes: its name is the other one's now.
 *
 * @param attempt counts up from 1, for as long as the name is taken.
 */
export function oldKeyName(name: string, keyEnding: string, attempt: number): string {
  const end = ` (old key …${keyEnding}${attempt > 1 ? `, ${attempt}` : ''})`
  const room = characterLimits.TokenName - countCharacters(end)
  return charactersOf(name).slice(0, room).join('').trimEnd() + end
}

/** The application that a token is for: also where the token's name says that its key is the old one. */
export function applicationOf({ name, keyEnding }: { name: string; keyEnding: string }): string {
  return name.replace(new RegExp(` \\(old key …${keyEnding}(, \\d+)?\\)$`), '')
}

function withinLimit(value: string, limit: number): ReadText {
  return countCharacters(value) > limit ? { ok: false, code: 'too-long' } : { ok: true, value }
}

function countCharacters(text: string): number {
  return charactersOf(text).length
}

/** Characters as a person counts them: an emoji made of seven code points is one. */
function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Control characters and halves of surrogate pairs. */
function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text)
}
