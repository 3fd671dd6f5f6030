import type { components } from '#src/api/generated/schema.ts'
import { keyPrefix } from '#src/shared/keyFormat.ts'
import { rulesInForce } from '#src/shared/tokenRules.ts'

import { newClientsOf } from '../../domain/clientPrograms.ts'
import { isOldKeyOf } from '../../domain/oldKeys.ts'
import { placesOf } from '../../domain/places.ts'
import { rulesOf } from '../../domain/rules.ts'
import { lastRefusalOf, statusOf } from '../../domain/tokenLifecycle.ts'
import type {
  AccessRequestRecord,
  ActivityRecord,
  BusinessRecord,
  TokenRecord,
  UserRecord,
} from '../../domain/records.ts'
import type { Actor } from '../operation.ts'
import type { Reader } from '../../domain/schema.ts'

type Schemas = components['schemas']

/* API representations of records. Properties are listed explicitly, so that new fields are not exposed by accident. */

export function toMember({ id, name, email, role }: UserRecord): Schemas['Member'] {
  return { id, name, email, role }
}

function toBusiness(business: BusinessRecord): Schemas['Business'] {
  const { id, name, plan, timeZone } = business
  const rules = rulesOf(business)
  return { id, name, plan, timeZone, ...(rulesInForce(rules).length > 0 ? { rules } : {}) }
}

export function toSession({
  user,
  business,
}: Pick<Actor, 'user' | 'business'>): Schemas['Session'] {
  const { language } = user
  return {
    user: toMember(user),
    business: toBusiness(business),
    ...(language === undefined ? {} : { language }),
  }
}

export async function toToken(
  token: TokenRecord,
  db: Reader,
  now: Date,
): Promise<Schemas['Token']> {
  return {
    id: token.id,
    name: token.name,
    description: token.description,
    accessLevel: token.accessLevel,
    permissions: token.permissions,
    keyPrefix,
    keyEnding: token.keyEnding,
    createdAt: token.createdAt,
    createdBy: await toPerson(token.createdById, db),
    updatedAt: token.updatedAt,
    updatedBy: await toPerson(token.updatedById, db),
    ...lastUseOf(token),
    newClients: newClientsOf(token, now),
    places: toPlaces(token),
    expiresAt: token.expiresAt,
    allowedAddresses: [...(token.allowedAddresses ?? [])],
    pausedAt: token.pausedAt,
    status: statusOf(token, now),
    replacedBy: await toTokenLink(token.replacedById, db, now),
    replaces: await toTokenLink(token.replacesId, db, now),
    oldKeys: await oldKeysOf(token, db, now),
  }
}

/** Returns when a token was last used, with success, and when it was last refused. */
export function lastUseOf(
  token: TokenRecord,
): Pick<Schemas['Token'], 'lastUsedAt' | 'lastRefusedAt'> {
  return { lastUsedAt: token.lastAnsweredAt, lastRefusedAt: lastRefusalOf(token) }
}

function toPlaces(token: TokenRecord): Schemas['TokenPlaces'] {
  const { kept, last, rest } = placesOf(token)
  return { count: kept + (rest?.places ?? 0), last, unconfirmed: toUnconfirmedPlaces(token) }
}

/** Returns the new places of a token that no Admin has confirmed; null if there are none. */
export function toUnconfirmedPlaces({ places }: TokenRecord): Schemas['UnconfirmedPlaces'] | null {
  if (!places?.unconfirmed) return null
  const { addresses, programs, place, until } = places.unconfirmed
  return { addresses, programs, place, until }
}

async function toTokenLink(
  id: string | null,
  db: Reader,
  now: Date,
): Promise<Schemas['TokenLink'] | null> {
  const token = id === null ? undefined : await db.get('tokens', id)
  return token ? tokenLink(token, now) : null
}

/** Returns the old keys that a token replaces and that still work, the newest first. */
async function oldKeysOf(
  token: TokenRecord,
  db: Reader,
  now: Date,
): Promise<Schemas['TokenLink'][]> {
  const keys: Schemas['TokenLink'][] = []
  for (let next: TokenRecord | undefined = token; next;) {
    const old: TokenRecord | undefined =
      next.replacesId === null ? undefined : await db.get('tokens', next.replacesId)
    next = old && isOldKeyOf(old, next, now) ? old : undefined
    if (next) keys.push(tokenLink(next, now))
  }
  return keys
}

function tokenLink(token: TokenRecord, now: Date): Schemas['TokenLink'] {
  const { name, keyEnding, createdAt, expiresAt, pausedAt } = token
  const status = statusOf(token, now)
  const use = lastUseOf(token)
  return { id: token.id, name, keyEnding, createdAt, ...use, expiresAt, pausedAt, status }
}

export async function toActivity(record: ActivityRecord, db: Reader): Promise<Schemas['Activity']> {
  const { id, at, byId, byName, action, tokenId, changes } = record
  const { userId, userName = '' } = record
  return {
    id,
    at,
    by: byId === '' ? null : { id: byId, name: byName },
    action,
    token: tokenId === null ? null : await tokenThen(record, tokenId, db),
    user: userId === undefined ? null : { id: userId, name: userName },
    changes: [...changes],
  }
}

/** Returns the token of an activity entry, as it was then. */
export async function tokenThen(
  { tokenName, keyEnding }: Pick<ActivityRecord, 'tokenName' | 'keyEnding'>,
  tokenId: string,
  db: Reader,
): Promise<Schemas['TokenThen']> {
  const exists = (await db.get('tokens', tokenId)) !== undefined
  return { id: tokenId, name: tokenName, keyEnding, exists }
}

export async function toPerson(userId: string, db: Reader): Promise<Schemas['Person']> {
  const user = await db.get('users', userId)
  return { id: userId, name: user?.name ?? '' }
}

export async function toAccessRequest(
  request: AccessRequestRecord,
  db: Reader,
): Promise<Schemas['AccessRequest']> {
  const user = await db.get('users', request.userId)
  if (!user) throw new Error(`Access request ${request.id} has no user`)
  const { id, status, createdAt } = request
  return { id, user: toMember(user), status, createdAt }
}
