import { programOf } from '#src/shared/clientProgram.ts'
import { nameKey } from '#src/shared/nameKey.ts'

import {
  type ActivityAction,
  type ActivityChange,
  changesBetween,
  changesOfPlaces,
  withReplacedAccess,
} from '../domain/activity.ts'
import type { ActivityRecord, TokenRecord } from '../domain/records.ts'
import type { SeedData } from './seedData.ts'

interface Step {
  at: string
  /** Empty if no user did it. */
  byId: string
  action: ActivityAction
  before?: TokenRecord
  after: TokenRecord
  /** By default, the difference between the token before and after. */
  changes?: ActivityChange[]
}

/** Adds the activity of a world's tokens (created, changed, paused, used from a new place), as the backend would have recorded it. */
export function recordHistory(
  world: SeedData,
  tokens: readonly TokenRecord[] = world.tokens,
): void {
  const names = new Map(world.users.map(({ id, name }) => [id, name]))
  const tokensById = new Map(tokens.map((token) => [token.id, token]))
  const steps = tokens
    .flatMap((token) => [
      ...stepsOf(token, tokensById.get(token.replacedById ?? '')),
      ...newPlaceSteps(token),
    ])
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at))
  const records = steps.map(
    ({ at, byId, action, before, after, changes }, index): ActivityRecord => ({
      id: index + 1,
      businessId: after.businessId,
      at,
      byId,
      byName: names.get(byId) ?? '',
      action,
      tokenId: after.id,
      tokenName: (before ?? after).name,
      keyEnding: after.keyEnding,
      changes:
        changes ??
        withReplacedAccess(changesBetween(before, after), tokensById.get(after.replacesId ?? '')),
    }),
  )
  world.activity.push(...records)
  world.counters.push({ id: 'activity', last: records.length })
}

function stepsOf(token: TokenRecord, replacement: TokenRecord | undefined): Step[] {
  if (replacement) return stepsOfReplaced(token, replacement)
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

/** The steps of an old token, which had the name of its replacement and no expiry. */
function stepsOfReplaced(token: TokenRecord, { name }: TokenRecord): Step[] {
  const { createdAt, createdById, updatedAt, updatedById } = token
  const created = { ...token, name, nameKey: nameKey(name), expiresAt: null, replacedById: null }
  return [
    { at: createdAt, byId: createdById, action: 'created', after: created },
    { at: updatedAt, byId: updatedById, action: 'replaced', before: created, after: token },
  ]
}

/** The step of the first new place. The worlds have no later ones. */
function newPlaceSteps(token: TokenRecord): Step[] {
  const unconfirmed = token.places?.unconfirmed
  if (!unconfirmed) return []
  const { addresses, place, since: at } = unconfirmed
  const action = addresses > 0 ? 'new_address' : 'new_program'
  const changes = changesOfPlaces([{ address: place.address, program: programOf(place.client) }])
  return [{ at, byId: '', action, after: token, changes }]
}
