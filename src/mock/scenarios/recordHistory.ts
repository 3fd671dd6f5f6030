import { type ActivityAction, changesBetween } from '../domain/activity.ts'
import type { ActivityRecord, TokenRecord } from '../domain/records.ts'
import type { SeedData } from './seedData.ts'

interface Step {
  at: string
  byId: string
  action: ActivityAction
  before?: TokenRecord
  after: TokenRecord
}

/** Adds the activity of a world's tokens (created, changed, paused), as the operations would have recorded it. */
export function recordHistory(
  world: SeedData,
  tokens: readonly TokenRecord[] = world.tokens,
): void {
  const names = new Map(world.users.map(({ id, name }) => [id, name]))
  const steps = tokens.flatMap(stepsOf).sort((a, b) => (a.at < b.at ? -1 : 1))
  const records = steps.map(({ at, byId, action, before, after }, index): ActivityRecord => ({
    id: index + 1,
    businessId: after.businessId,
    at,
    byId,
    byName: names.get(byId) ?? '',
    action,
    tokenId: after.id,
    tokenName: (before ?? after).name,
    keyEnding: after.keyEnding,
    changes: changesBetween(before, after),
  }))
  world.activity.push(...records)
  world.counters.push({ id: 'activity', last: records.length })
}

function stepsOf(token: TokenRecord): Step[] {
  const { createdAt, createdById, updatedAt, updatedById, pausedAt } = token
  const created = { ...token, pausedAt: null }
  const steps: Step[] = [{ at: createdAt, byId: createdById, action: 'created', after: created }]
  if (pausedAt !== null) {
    const by = { byId: updatedById, action: 'paused' as const }
    steps.push({ at: pausedAt, ...by, before: created, after: token })
  }
  if (updatedAt !== createdAt && updatedAt !== pausedAt) {
    const withoutDescription = { ...created, description: '' }
    steps[0] = { at: createdAt, byId: createdById, action: 'created', after: withoutDescription }
    const by = { byId: updatedById, action: 'changed' as const }
    steps.push({ at: updatedAt, ...by, before: withoutDescription, after: created })
  }
  return steps
}
