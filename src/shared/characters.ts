import { limits } from '#src/api/generated/values.ts'

// Created on first use: creating it takes longer than everything else that the mock does with texts at startup.
let segmenter: Intl.Segmenter | undefined

/**
 * Counts the characters a person sees (grapheme clusters). An emoji of seven code points counts as one. A cluster of more than
 * `codePointsPerCharacter` code points counts as that many: hundreds of emoji can be joined to one cluster.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (const { segment } of segmentsOf(text)) count += weightOf(segment)
  return count
}

function weightOf(segment: string): number {
  if (segment.length <= limits.codePointsPerCharacter) return 1
  const codePoints = Array.from(segment).length
  return codePoints > limits.codePointsPerCharacter ? codePoints : 1
}

/**
 * Whether a text has a character that no text may have: a control character such as NUL, or half a surrogate pair.
 *
 * @param lines whether tabs and line breaks are allowed.
 */
export function hasForbiddenCharacter(text: string, { lines }: { lines: boolean }): boolean {
  return lines ? /\p{Cs}|(?![\t\n\r])\p{Cc}/u.test(text) : /[\p{Cc}\p{Cs}]/u.test(text)
}

/** Splits a text into the characters that a person sees. */
export function splitCharacters(text: string): string[] {
  return Array.from(segmentsOf(text), ({ segment }) => segment)
}

/** Returns the start of a text: whole characters, and at most as many as `limit`, counted as `countCharacters` does. */
export function firstCharacters(text: string, limit: number): string {
  let count = 0
  for (const { segment, index } of segmentsOf(text)) {
    count += weightOf(segment)
    if (count > limit) return text.slice(0, index)
  }
  return text
}

/**
 * Returns the beginning of a text, cut between characters. Half a surrogate pair is no character and is removed, because no
 * address and no request can hold it.
 *
 * @param limit the maximum number of code points, as in a contract (JSON Schema, `maxLength`).
 */
export function truncateText(text: string, limit: number): string {
  const whole = text.replace(/\p{Cs}/gu, '')
  if (whole.length <= limit) return whole
  let result = ''
  let count = 0
  for (const { segment } of segmentsOf(whole)) {
    count += Array.from(segment).length
    if (count > limit) break
    result += segment
  }
  // One character can have any number of code points.
  return (
    result ||
    Array.from(whole.slice(0, limit * 2))
      .slice(0, limit)
      .join('')
  )
}

/** Shortens a text to show it: like `truncateText`, with an ellipsis if something is missing. */
export function shortenText(text: string, limit: number): string {
  const beginning = truncateText(text, limit)
  return text.startsWith(beginning) && text.length === beginning.length ? text : `${beginning}…`
}

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
