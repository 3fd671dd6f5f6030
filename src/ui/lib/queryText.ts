import type { LocationQuery } from 'vue-router'

import { hasForbiddenCharacter, truncateText } from '#src/shared/characters.ts'

/**
 * Returns a text as a service accepts it in a query: on one line, without control characters and without spaces around it.
 *
 * @param limit the maximum number of code points.
 */
export function toQueryText(text: string, limit: number): string {
  return truncateText(text.replace(/\p{Cc}+/gu, ' ').trim(), limit).trim()
}

/** Reads an id from a URL parameter; undefined if no record can have it. */
export function parseId(
  parameter: LocationQuery[string] | undefined,
  limit: number,
): string | undefined {
  const id = typeof parameter === 'string' ? parameter.trim() : ''
  const isPossible = id.length <= limit && !hasForbiddenCharacter(id, { lines: false })
  return isPossible && id !== '' ? id : undefined
}
