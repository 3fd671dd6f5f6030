import { limits } from '#src/api/generated/values.ts'
import type { BusinessNow } from '#src/shared/businessDay.ts'
import { daysLeft } from '#src/shared/tokenExpiry.ts'

const [fortnight, week, day] = limits.expiryWarningDays

/** How close a token's expiry is. Each step begins with a notice to the Admins. */
export type Urgency = 'none' | 'fortnight' | 'week' | 'day' | 'over'

export function expiryUrgency(expiresAt: string | null, businessNow: BusinessNow): Urgency {
  if (expiresAt === null) return 'none'
  if (Date.parse(expiresAt) <= businessNow.now.getTime()) return 'over'
  const days = daysLeft(expiresAt, businessNow)
  if (days <= day) return 'day'
  if (days <= week) return 'week'
  return days <= fortnight ? 'fortnight' : 'none'
}
