import { limits } from '#src/api/generated/values.ts'
import { truncateText } from '#src/shared/characters.ts'
import { maskKeys } from '#src/shared/keysInText.ts'

import { sha256 } from './sha256.ts'

/** Returns the id of a request, which its response and the log show, so that a developer can find it in both. */
export function requestIdOf(tokenId: string, number: number): string {
  return `req_${sha256(`${tokenId} ${number}`).slice(0, 16)}`
}

/** Returns the User-Agent of a request as the log shows it; null if it has none. A client can send any text. */
export function loggedClient(userAgent: string | null): string | null {
  return loggedText(userAgent ?? '', limits.clientCharacters) || null
}

/** Returns the path of a request as the log shows it. It has no query, which can contain personal data. */
export function loggedPath(pathname: string): string {
  return loggedText(pathname, limits.requestPathCharacters)
}

/** Masks keys, removes characters that nobody can see, and limits the length. */
export function loggedText(text: string, limit: number): string {
  return truncateText(maskKeys(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ''), limit).trim()
}
