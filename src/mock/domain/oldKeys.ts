import type { TokenRecord } from './records.ts'
import { tokenInactiveReason } from './tokenLifecycle.ts'

type Linked = Pick<TokenRecord, 'id' | 'replacedById' | 'replacesId' | 'expiresAt' | 'pausedAt'>

/** A token of the list, with the old keys that it replaces and that still work, the newest first. */
export interface Application<Token> {
  token: Token
  oldKeys: Token[]
}

/**
 * Whether a token is the old key of its replacement: it has not expired. Such a token has no row of its own in the list, but
 * belongs to its replacement.
 */
export function isOldKeyOf(old: Linked, replacement: Linked, now: Date): boolean {
  return (
    old.replacedById === replacement.id &&
    replacement.replacesId === old.id &&
    tokenInactiveReason(old, now) !== 'expired'
  )
}

/**
 * Groups tokens by application: the old keys with the newest token.
 *
 * @param tokens all tokens that replace another one or are being replaced.
 */
export function groupByApplication<Token extends Linked>(
  tokens: readonly Token[],
  now: Date,
): Application<Token>[] {
  const byId = new Map<string | null, Token>(tokens.map((token) => [token.id, token]))

  function isOldKey(token: Token): boolean {
    const replacement = byId.get(token.replacedById)
    return replacement !== undefined && isOldKeyOf(token, replacement, now)
  }

  function oldKeyOf(token: Token): Token | undefined {
    const old = byId.get(token.replacesId)
    return old && isOldKeyOf(old, token, now) ? old : undefined
  }

  return tokens
    .filter((token) => !isOldKey(token))
    .map((token) => {
      const oldKeys: Token[] = []
      for (let old = oldKeyOf(token); old; old = oldKeyOf(old)) oldKeys.push(old)
      return { token, oldKeys }
    })
}
