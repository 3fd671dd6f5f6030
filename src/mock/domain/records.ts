import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']
export type AccessLevel = Schemas['AccessLevel']
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

export type TicketRecord = Omit<Schemas['TicketView'], 'order'> & {
  businessId: string
  orderId: string | null
}

export type OrderRecord = Schemas['TicketViewOrder'] & { businessId: string }
