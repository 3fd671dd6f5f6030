import type { BusinessRecord } from '../domain/records.ts'
import { isPauseCheckDue, nextPauseCheck, pausedByRule, pauseDueAt } from '../domain/rules.ts'
import type { Storage, Writer } from '../domain/schema.ts'
import { recordRulePause } from '../server/records/recordActivity.ts'

/**
 * Pauses the tokens that the rule for unused tokens has paused by now, each at the time when it was due. The first request after
 * that time does it, before anything else, so that the result is the same as if a timer had run.
 *
 * @returns the business, with the time of the next check.
 */
export async function pauseUnusedTokens(
  db: Writer,
  business: BusinessRecord,
  now: Date,
): Promise<BusinessRecord> {
  const days = business.rules?.pauseUnusedAfter ?? null
  if (days === null || !isPauseCheckDue(business, now)) return business
  const due: { id: string; at: string }[] = []
  const later: string[] = []
  for await (const rows of db.rows('tokens')) {
    for (const row of rows) {
      const at = row.businessId === business.id ? pauseDueAt(row, business) : undefined
      if (at === undefined) continue
      if (at <= now.toISOString()) due.push({ id: row.id, at })
      else later.push(at)
    }
  }
  due.sort((one, other) => (one.at + one.id < other.at + other.id ? -1 : 1))
  for (const { id, at } of due) {
    const token = await db.get('tokens', id)
    if (!token) continue
    const after = pausedByRule(token, at)
    await db.put('tokens', after)
    await recordRulePause(db, token, after)
  }
  const checked = { ...business, nextPauseCheckAt: nextPauseCheck(later, days, now) }
  await db.put('businesses', checked)
  return checked
}

/** Pauses the unused tokens of businesses that were read in an earlier transaction. */
export async function pauseUnusedTokensOf(
  db: Writer,
  businesses: readonly Pick<BusinessRecord, 'id'>[],
  now: Date,
): Promise<void> {
  for (const { id } of businesses) {
    const business = await db.get('businesses', id)
    if (business) await pauseUnusedTokens(db, business, now)
  }
}

/** Pauses the unused tokens of all businesses, as a request to each of them would. */
export async function pauseAllUnusedTokens(storage: Storage, now: Date): Promise<void> {
  const businesses = await storage.read((db) => db.all('businesses'))
  const due = businesses.filter((business) => isPauseCheckDue(business, now))
  if (due.length > 0) await storage.write((db) => pauseUnusedTokensOf(db, due, now))
}
