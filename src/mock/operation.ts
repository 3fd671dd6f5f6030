import type { operations } from '#src/api/generated/schema.ts'

import type { ManagementOperationId } from './routes.ts'
import type { RandomBytes } from './domain/random.ts'
import type { BusinessRecord, UserRecord } from './domain/records.ts'
import type { Writer } from './storage/storage.ts'

/** Somebody who is logged in. */
export interface Actor {
  user: UserRecord
  business: BusinessRecord
  sessionId: string
}

export interface DemoAccount {
  email: string
  password: string
  role: UserRecord['role']
  plan: BusinessRecord['plan']
}

/**
 * Who may call an operation: `token-admin` is an Admin whose business has a plan with API tokens (help article, "Before you
 * start").
 */
export type Who = 'anybody' | 'user' | 'admin' | 'token-admin'

type Parameters<Id extends ManagementOperationId> = operations[Id]['parameters']
type Given<Holder> = [Holder] extends [undefined] ? Record<string, never> : NonNullable<Holder>
type BodyOf<Id extends ManagementOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined

type Responses<Id extends ManagementOperationId> = operations[Id]['responses']
type GoodStatus<Id extends ManagementOperationId> = keyof Responses<Id> & (200 | 201 | 204)
type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Content } }
  ? { body: Content }
  : { body?: never }

/** A good answer, as the contract has it: another status, or another body for a status, does not compile. */
type AnswerOf<Id extends ManagementOperationId> = {
  [Status in GoodStatus<Id>]: {
    status: Status
    headers?: Record<string, string>
  } & ContentOf<Responses<Id>[Status]>
}[GoodStatus<Id>]

interface Context<Id extends ManagementOperationId, Caller> {
  actor: Caller
  path: Given<Parameters<Id>['path']>
  query: Given<Parameters<Id>['query']>
  header: Given<Parameters<Id>['header']>
  body: BodyOf<Id>
  /** The operation's transaction. Inside an operation, nothing but it may be waited for. */
  db: Writer
  now: Date
  randomBytes: RandomBytes
  demoAccounts: readonly DemoAccount[]
}

/**
 * An operation of the management API: who may call it, and what it does.
 *
 * @example export const getPlan: Operation<'getPlan', 'user'> = { who: 'user', async run({ actor }) { … } }
 */
export interface Operation<Id extends ManagementOperationId, Caller extends Who> {
  who: Caller
  run(
    context: Context<Id, Caller extends 'anybody' ? Actor | undefined : Actor>,
  ): Promise<AnswerOf<Id>>
}

/** Any of them, as the server sees it once the contract has been checked. */
export interface AnyOperation {
  who: Who
  run(context: never): Promise<{ status: number; headers?: Record<string, string>; body?: unknown }>
}
