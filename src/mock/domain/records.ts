import type { components } from '#src/api/generated/schema.ts'

import type { Quota } from './rateLimit.ts'

type Schemas = components['schemas']
export type AccessLevel = Schemas['AccessLevel']
export type Feature = Schemas['Feature']
export type Permission = Schemas['Permission']
export type Permissions = Schemas['Permissions']
export type Plan = Schemas['Plan']
export type Role = Schemas['Role']

/** What the backend keeps. Times are ISO 8601 in UTC; nothing here is a secret that unlocks anything. */
export interface WorldRecord {
  id: 'world'
  scenario: string
  /** When the world's story begins, by its own clock. */
  startsAt: string
  /** When that was, by the clock of the machine: from then on both go at the same speed. */
  seededAt: string
  /** What its randomness comes from, so that it is the same each time; null where it comes from the machine. */
  seed: string | null
  /** How often randomness was drawn. */
  draws: number
}

export interface BusinessRecord {
  id: string
  name: string
  plan: Plan
  /** Where its days begin and end: a name of the IANA database. */
  timeZone: string
}

export interface UserRecord {
  id: string
  businessId: string
  name: string
  /** In lower case: people do not mind the case of an e-mail address. */
  email: string
  role: Role
  passwordHash: string
  /** What eDesk's API knows the user by. */
  number: number
}

export interface SessionRecord {
  /** SHA-256 of the cookie's value. */
  id: string
  userId: string
  expiresAt: string
}

export interface TokenRecord {
  id: string
  businessId: string
  name: string
  /** What names are compared by (`nameKey`). */
  nameKey: string
  description: string
  accessLevel: AccessLevel
  permissions: Permissions
  /** SHA-256 of the key, in hexadecimal digits. The key itself is kept nowhere. */
  keyHash: string
  keyEnding: string
  createdAt: string
  createdById: string
  updatedAt: string
  updatedById: string
  lastUsedAt: string | null
  /** From when on the key is refused; null where it is good for ever. */
  expiresAt: string | null
  /** Since when the key is refused for the time being. */
  pausedAt: string | null
  /** The token that takes its place; it may have been deleted since. */
  replacedById: string | null
  /** The token whose place it takes; it may have been deleted since. */
  replacesId: string | null
  /** When a request with it was last carried out. */
  lastAnsweredAt: string | null
  /** When it last read and last wrote each feature, of those that it ever did. */
  uses: Partial<Record<Feature, FeatureUse>>
  /** How many requests in a row were refused, without one that was carried out in between. */
  refusedInARow: number
  /** How many requests are left before the rate limit. */
  quota: Quota
  /** Counts the changes of the token, for its ETag. */
  version: number
}

export interface FeatureUse {
  readAt: string | null
  writtenAt: string | null
}

/** One change of a token, for good. */
export interface ActivityRecord {
  /** Counts up, so that what was done in one moment keeps its order. */
  id: number
  businessId: string
  at: string
  byId: string
  /** As they were called then: people may leave. */
  byName: string
  action: Schemas['ActivityAction']
  tokenId: string
  /** As it was called then. */
  tokenName: string
  keyEnding: string
  changes: readonly Schemas['ActivityChange'][]
}

/** An asked-for creation, so that its repeat finds the token that is already there. */
export interface CreationRecord {
  /** The session and its Idempotency-Key. */
  id: string
  tokenId: string
  /** SHA-256 of what was asked for: a repeat is one only with the same body. */
  bodyHash: string
  createdAt: string
  /** A person has seen the key: a repeat does not give it any more. */
  keyShown: boolean
}

export interface AccessRequestRecord {
  id: string
  businessId: string
  userId: string
  status: Schemas['AccessRequestStatus']
  createdAt: string
}

/** A request that came with a token (the request log). Never the key, never what was in a body. */
export interface RequestRecord {
  /** Counts up, so that requests of the same moment keep their order. */
  id: number
  tokenId: string
  at: string
  method: string
  operation: string | null
  status: number
  milliseconds: number
  outcome: Schemas['RequestOutcome']
  reason: Schemas['RefusalReason'] | null
  feature: Schemas['Feature'] | null
  needs: Permission | null
}

/** The sums of a token's requests of one day, so that nobody has to count a long log. */
export interface UsageRecord {
  /** The token and the date. */
  id: string
  tokenId: string
  /** YYYY-MM-DD, in UTC. */
  date: string
  answered: number
  refused: number
  notValid: number
}

/** Something about a token that its requests have shown, for the business's Admins. The last one of a kind for each token. */
export interface NoticeRecord {
  /** The kind and the token. */
  id: string
  businessId: string
  kind: 'token_awake' | 'token_only_refused'
  tokenId: string
  at: string
  /** Since when nothing had come with it, where that is what it is about. */
  since: string | null
}

/** A person has read a notice. */
export interface NoticeReadRecord {
  /** The person and the notice. */
  id: string
  userId: string
  /** When it was read. */
  at: string
}

/** The last number that was given away, for each kind of record that is numbered. */
export interface CounterRecord {
  id: string
  last: number
}

/** What the backend did with one request: for the demo's panel, its reports, and the guards of tests. */
export interface Exchange {
  /** The backend's time, ISO 8601. */
  at: string
  method: string
  /** Path and query, below the application's base. */
  path: string
  /** The contract's operation; null where nothing is at that address. */
  operation: string | null
  surface: 'management' | 'public'
  /** Who asked, as the backend found out. */
  by:
    | { kind: 'nobody' }
    | { kind: 'user'; id: string; name: string }
    | { kind: 'token'; id: string; name: string }
  status: number
  /** Why it was not carried out: the problem's type without `/problems/`, or the public API's refusal reason or title; null where it was. */
  reason: string | null
  /** The same in words for a person; null where it was carried out. */
  detail: string | null
  /** What does not fit the contract. */
  mismatches: readonly { in: 'request' | 'answer'; detail: string }[]
  /** What was sent, parsed where it is JSON; never a password (replaced by '•••'), undefined where nothing was. */
  body: unknown
}

/** An exchange of a demo's world, to look back at and to do again. */
export interface ExchangeRecord extends Exchange {
  /** Counts up from 1. */
  id: number
  /** The headers that decide what happens: `If-Match` and `Idempotency-Key`. */
  headers: Readonly<Record<string, string>>
  /** The id of what was made. */
  made: string | null
  /** What the demo did to it, as in a link; null where nothing. */
  fault: string | null
}
