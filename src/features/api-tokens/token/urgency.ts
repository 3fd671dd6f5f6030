import { limits } from '#src/api/generated/values.ts'
import { daysLeft, type BusinessNow } from '#src/ui/lib/businessDays.ts'

const [fortnight, week, day] = limits.expiryWarningDays

/** How close a token's expiry is. Each step begins with a notice to the Admins. */
export type Urgency = 'none' | 'fortnight' | 'week' | 'day' | 'over'

export function expiryUrgency(expiresAt: string | null, here: BusinessNow): Urgency {
  if (expiresAt === null) return 'none'
  if (Date.parse(expiresAt) <= here.now.getTime()) return 'over'
  const days = daysLeft(expiresAt, here)
  if (days <= day) return 'day'
  if (days <= week) return 'week'
  return days <= fortnight ? 'fortnight' : 'none'
}
