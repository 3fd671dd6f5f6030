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
export interface BusinessRecord {
  id: string
  name: string
  plan: Plan
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
  /** How many requests are left before the rate limit. */
  quota: Quota
  /** Counts the changes of the token, for its ETag. */
  version: number
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

/** The last number that was given away, for each kind of record that is numbered. */
export interface CounterRecord {
  id: string
  last: number
}
