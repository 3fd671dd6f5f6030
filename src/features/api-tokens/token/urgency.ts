import { daysLeft, type BusinessNow } from '#src/ui/lib/businessDays.ts'

/** How close a token's expiry is. The steps begin 14, 7 and 1 day before it. */
export type Urgency = 'none' | 'fortnight' | 'week' | 'day' | 'over'

export function expiryUrgency(expiresAt: string | null, here: BusinessNow): Urgency {
  if (expiresAt === null) return 'none'
  if (Date.parse(expiresAt) <= here.now.getTime()) return 'over'
  const days = daysLeft(expiresAt, here)
  if (days <= 1) return 'day'
  if (days <= 7) return 'week'
  return days <= 14 ? 'fortnight' : 'none'
}
