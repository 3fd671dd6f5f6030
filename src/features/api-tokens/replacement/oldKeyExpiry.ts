import type { Token } from '../token/tokenApi.ts'
import type { KeepOldKey } from './replacementApi.ts'

const hour = 3_600_000
const durations: Readonly<Record<KeepOldKey, number>> = {
  none: 0,
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
}

/** Returns when a kept old key stops working: never later than it would without a replacement (contract: `KeepOldKey`). */
export function oldKeyExpiry(keep: KeepOldKey, { expiresAt }: Pick<Token, 'expiresAt'>, now: Date) {
  const end = new Date(now.getTime() + durations[keep]).toISOString()
  const endsAnyway = expiresAt !== null && Date.parse(expiresAt) <= Date.parse(end)
  return { at: endsAnyway ? expiresAt : end, endsAnyway }
}
