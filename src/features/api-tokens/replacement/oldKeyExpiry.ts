import { replacedTokenExpiry } from '#src/shared/tokenExpiry.ts'

import type { Token } from '../token/tokenApi.ts'
import type { KeepOldKey } from './replacementApi.ts'

/** Returns when a kept old key stops working, and whether it would then even without a replacement. */
export function oldKeyExpiry(keep: KeepOldKey, token: Pick<Token, 'expiresAt'>, now: Date) {
  const at = replacedTokenExpiry(token, keep, now)
  return { at, endsAnyway: at === token.expiresAt }
}
