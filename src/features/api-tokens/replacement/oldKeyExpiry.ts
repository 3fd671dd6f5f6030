import { msPerDay, msPerHour } from '#src/shared/time.ts'

import type { Token } from '../token/tokenApi.ts'
import type { KeepOldKey } from './replacementApi.ts'

const durations: Readonly<Record<KeepOldKey, number>> = {
  none: 0,
  hour: msPerHour,
  day: msPerDay,
  week: 7 * msPerDay,
}

/** Returns when a kept old key stops working: never later than it would without a replacement (contract: `KeepOldKey`). */
export function oldKeyExpiry(keep: KeepOldKey, { expiresAt }: Pick<Token, 'expiresAt'>, now: Date) {
  const end = new Date(now.getTime() + durations[keep]).toISOString()
  const endsAnyway = expiresAt !== null && Date.parse(expiresAt) <= Date.parse(end)
  return { at: endsAnyway ? expiresAt : end, endsAnyway }
}
