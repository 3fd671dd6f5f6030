import type { components } from '#src/api/generated/schema.ts'

import type { Quota } from './rateLimit.ts'

type Schemas = components['schemas']
export type AccessLevel = Schemas['AccessLevel']
export type Feature = Schemas['Feature']
export type Permission = Schemas['Permission']
export type Permissions = Schemas['Permissions']
export type Plan = Schemas['Plan']
export type Role = Schemas['Role']

/* The records that the backend stores. Times are ISO 8601 in UTC. No record contains a usable secret. */

export interface BusinessRecord {
  id: string
  name: string
  plan: Plan
  /** The time zone of its calendar days: a name of the IANA database. */
  timeZone: string
  /** Its rules for tokens. Version 0.3.0 did not store them: read them with `rulesOf`. */
  rules?: RulesRecord
  /** Until then, no rule pauses a token: see `isPauseCheckDue`. */
  nextPauseCheckAt?: string
}

export interface RulesRecord extends Readonly<Schemas['TokenRules']> {
  /** When unused tokens are paused at the earliest; null without that rule. */
  pausesFrom: string | null
  changedAt: string
  changedById: string
  /** Increases with every change. Used as the ETag. */
  version: number
}

export interface UserRecord {
  id: string
  businessId: string
  name: string
  /** In lower case, because log-in ignores the case of an e-mail address. */
  email: string
  role: Role
  passwordHash: string
  /** The user's id in eDesk's API. */
  number: number
  /** The language that the user has chosen, if they have. */
  language?: components['schemas']['Language']
}

export interface SessionRecord {
  /** SHA-256 of the cookie's value. */
  id: string
  userId: string
  expiresAt: string
}

/** Wrong passwords for an email address, whether or not it belongs to a user. */
export interface LogInAttemptsRecord {
  /** SHA-256 of the address. */
  id: string
  /** When none of them counts any more (`logInLimit.ts`). */
  forgottenAt: string
}

export interface TokenRecord {
  id: string
  businessId: string
  name: string
  /** The key that names are compared by (`nameKey`). */
  nameKey: string
  description: string
  accessLevel: AccessLevel
  permissions: Permissions
  /** SHA-256 of the key, in hexadecimal digits. The key itself is not stored. */
  keyHash: string
  keyEnding: string
  createdAt: string
  createdById: string
  updatedAt: string
  updatedById: string
  /** When the last request with it arrived, whatever its outcome. The contract's `lastUsedAt` is `lastAnsweredAt`. */
  lastUsedAt: string | null
  /** When the key expires; null for never. */
  expiresAt: string | null
  /** The addresses and ranges that it may be used from, in their canonical form; none for anywhere. Version 0.3.0 did not store them. */
  allowedAddresses?: readonly string[]
  /** When the token was paused; null if it is not paused. */
  pausedAt: string | null
  /** When it was last resumed. Version 0.3.0 did not store it. */
  resumedAt?: string | null
  /** The token that replaces it. It may have been deleted since. */
  replacedById: string | null
  /** The token that it replaces. It may have been deleted since. */
  replacesId: string | null
  /** When a request with it last succeeded. */
  lastAnsweredAt: string | null
  /** When it last read and wrote each feature. Unused features are missing. */
  uses: Partial<Record<Feature, FeatureUse>>
  /** When a request with it was last refused. Version 0.3.0 did not store it: read it with `lastRefusalOf`. */
  lastRefusedAt?: string | null
  /** How many requests were refused for their access since the last one that succeeded. */
  refusedInARow: number
  /** How many requests arrived since it was paused or expired. Version 0.3.0 did not store it: read it with `attemptsOf`. */
  attempts?: number
  /** Until when advice about it is dismissed, by kind. Version 0.3.0 did not store it. */
  dismissedAdvice?: Partial<Record<Schemas['AdviceKind'], string>>
  /** The programs that have used it, the last one last. Version 0.3.0 did not store them. */
  clients?: readonly ClientProgram[]
  /** Where it is used from, in numbers. Version 0.3.0 did not store it: read it with `placesOf`. */
  places?: PlacesSummary
  /** The remaining quota of the rate limit. */
  quota: Quota
  /** Increases with every change of the token. Used as its ETag. */
  version: number
}

/** A program that sends requests with a token. */
export interface ClientProgram {
  /** Its name, without the version; null for requests without a `User-Agent` header. */
  name: string | null
  /** When it first used the token. */
  firstAt: string
}

/** Where a token is used from, in numbers. */
export interface PlacesSummary {
  /** How many places are stored. */
  kept: number
  /** The place of the last request; null before the first one. */
  last: Pick<PlaceRecord, 'address' | 'client'> | null
  /** The sum of the places that are no longer stored; null if there are none. */
  rest: RestOfPlaces | null
  /** How many addresses the token was used from. Missing if that is not known: some places are no longer stored. */
  addresses?: number
  /** The new places that no Admin has confirmed, if there are any. */
  unconfirmed?: UnconfirmedPlaces
}

/** New places of a token (`newPlaces.ts`). */
export interface UnconfirmedPlaces {
  /** How many addresses are new. */
  addresses: number
  /** How many programs are new, at addresses that are not. */
  programs: number
  /** The first place with a new address; if there is none, with a new program. */
  place: Pick<PlaceRecord, 'address' | 'client'>
  /** When the notice of them begins. A place that is new an hour later starts another notice. */
  since: string
  /** When the newest of them was first used. */
  until: string
}

/** The sum of several places. */
export interface RestOfPlaces extends UseInNumbers {
  /** How many. One that came back counts again. */
  places: number
}

/** When something was used, and how often. */
export interface UseInNumbers {
  firstAt: string
  lastAt: string
  /** The number of requests, also of those that were refused. */
  requests: number
  refused: number
}

export interface FeatureUse {
  readAt: string | null
  writtenAt: string | null
}

/** A change of a token, of a user's role or of the rules. Never modified or deleted. */
export interface ActivityRecord {
  /** Counts up, so that changes at the same time keep their order. */
  id: number
  businessId: string
  at: string
  /** The user; empty if a rule of the business did it. */
  byId: string
  /** The user's name at that time, because users may leave. */
  byName: string
  action: Schemas['ActivityAction']
  /** Null if the change is about a user or the rules. */
  tokenId: string | null
  /** The token's name at that time. */
  tokenName: string
  /** The user whose role changed. */
  userId?: string
  /** The user's name at that time. */
  userName?: string
  keyEnding: string
  changes: readonly Schemas['ActivityChange'][]
}

/** A request that created a token, so that a retry finds the token instead of creating another. */
export interface CreationRecord {
  /** The session and its Idempotency-Key. */
  id: string
  tokenId: string
  /** SHA-256 of the input: only a request with the same input is a retry. */
  bodyHash: string
  createdAt: string
  /** Whether a person has seen the key. A retry then does not get a key. */
  keyShown: boolean
}

export interface AccessRequestRecord {
  id: string
  businessId: string
  userId: string
  status: Schemas['AccessRequestStatus']
  createdAt: string
}

/** The values of headers, by name. */
export type HeaderRecord = Readonly<Record<string, string>>

/** A request with a token (the request log). It contains neither the key nor the body. */
export interface TokenRequestRecord {
  /** Counts up, so that requests at the same time keep their order. */
  id: number
  tokenId: string
  at: string
  method: string
  operation: string | null
  /** The id that the response named. Version 0.3.0 did not store the id, the path and the client. */
  requestId?: string
  path?: string
  client?: string | null
  /** The IP address in its canonical form; null if it was not known. Version 0.3.0 did not store it. */
  address?: string | null
  /** The headers of the request and of its response that the log keeps. Version 0.3.0 did not store them. */
  sent?: HeaderRecord
  received?: HeaderRecord
  status: number
  milliseconds: number
  outcome: Schemas['RequestOutcome']
  reason: Schemas['RefusalReason'] | null
  feature: Schemas['Feature'] | null
  needs: Permission | null
}

/** The number of a token's requests per day, so that the log does not have to be counted. */
export interface UsageRecord {
  /** The token and the date. */
  id: string
  tokenId: string
  /** YYYY-MM-DD, a day of the business. */
  date: string
  answered: number
  refused: number
  notValid: number
}

/** A place that a token is used from: an address and a program. */
export interface PlaceRecord extends UseInNumbers {
  /** The token, the address and the program. */
  id: string
  tokenId: string
  /** The IP address; null if it is not known. */
  address: string | null
  /** The name of the program, without its version (`programOf`); null for requests without a `User-Agent` header. */
  program: string | null
  /** The `User-Agent` of the last request. */
  client: string | null
  /** What is new about the place, and since when, until an Admin confirms it. */
  unconfirmed?: { novelty: 'address' | 'program'; since: string }
  /** The token worked for no request from here: it was paused, had expired, or did not allow the address. */
  neverWorked?: true
}

/** A notice for the Admins that a token's requests caused. Only the latest one of each kind is stored per token. */
export interface NoticeRecord {
  /** The kind and the token. */
  id: string
  businessId: string
  kind: 'token_awake' | 'token_only_refused' | 'token_new_place'
  tokenId: string
  at: string
  /** When the token was last used before, for `token_awake`. */
  since: string | null
}

/** Marks a notice as read by a person. */
export interface NoticeReadRecord {
  /** The person and the notice. */
  id: string
  userId: string
  /** When it was read. */
  at: string
}

/** The last number of a sequence. */
export interface CounterRecord {
  id: string
  last: number
}
