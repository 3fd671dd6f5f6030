import type { operations } from '#src/api/generated/schema.ts'

import type { Problem } from './errors/problem.ts'
import type { ManagementOperationId, ReadingOperationId } from './contract/routes.ts'
import type { RandomBytes } from '../domain/random.ts'
import type { Language } from '../domain/compareNames.ts'
import type { BusinessRecord, UserRecord } from '../domain/records.ts'
import type { Reader, Writer } from '../domain/schema.ts'

/** The logged-in user who sent a request. */
export interface Actor {
  user: UserRecord
  business: BusinessRecord
  sessionId: string
}

/** An account that the login page offers with its password. */
export interface OfferedAccount {
  email: string
  password: string
  role: UserRecord['role']
  plan: BusinessRecord['plan']
}

/**
 * Who may call an operation: anybody, a logged-in user, an Admin, or an Admin of a business whose plan includes API tokens (help
 * article, "Before you start").
 */
export type AccessRequirement = 'anybody' | 'user' | 'admin' | 'token-admin'

/** The parameters of an operation in its path, its query or its headers. */
type ParametersIn<
  Location extends string,
  Id extends ManagementOperationId,
> = operations[Id]['parameters'] extends { [Key in Location]?: infer Group extends object }
  ? Group
  : Record<string, never>
type BodyOf<Id extends ManagementOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined

type Responses<Id extends ManagementOperationId> = operations[Id]['responses']
type SuccessStatus<Id extends ManagementOperationId> = keyof Responses<Id> & (200 | 201 | 204)
type ContentOf<Response> = Response extends { content: { 'application/json': infer Content } }
  ? Content
  : never
/**
 * A response has a body or, if it is a long list that was read, a function that makes the body after the transaction: other
 * requests are handled meanwhile (inTurns.ts).
 */
type BodyIn<Response, Id extends ManagementOperationId> = [ContentOf<Response>] extends [never]
  ? { body?: never }
  : { body: ContentOf<Response> } | LongBodyIn<ContentOf<Response>, Id>
type LongBodyIn<Content, Id extends ManagementOperationId> = Id extends ReadingOperationId
  ? Content extends { items: readonly unknown[] }
    ? { makeBody: () => Promise<Content> }
    : never
  : never

/** A successful response. A status or a body that the contract does not define does not compile. */
type ResponseOf<Id extends ManagementOperationId> = {
  [Status in SuccessStatus<Id>]: {
    status: Status
    headers?: Record<string, string>
  } & BodyIn<Responses<Id>[Status], Id>
}[SuccessStatus<Id>]

interface Context<Id extends ManagementOperationId, Caller> {
  actor: Caller
  path: ParametersIn<'path', Id>
  query: ParametersIn<'query', Id>
  header: ParametersIn<'header', Id>
  body: BodyOf<Id>
  /**
   * The operation's transaction; a GET only reads. An operation must not await anything else, or the transaction ends.
   */
  db: Id extends ReadingOperationId ? Reader : Writer
  now: Date
  /** The language that the client asks for (`Accept-Language`). */
  language: Language
  randomBytes: RandomBytes
  offeredAccounts: readonly OfferedAccount[]
}

/**
 * An operation of the management API: who may call it, and its handler. What it wrote is undone if it throws a Problem, and kept
 * if it returns one.
 *
 * @example export const getPlan: Operation<'getPlan', 'user'> = { requires: 'user', async run({ actor }) { … } }
 */
export interface Operation<Id extends ManagementOperationId, Caller extends AccessRequirement> {
  requires: Caller
  /** Loads code that `run` needs and most pages do not. The server calls it before the transaction. */
  load?(): Promise<void>
  run(
    context: Context<Id, Caller extends 'anybody' ? Actor | undefined : Actor>,
  ): Promise<ResponseOf<Id> | Problem>
}

/** The successful response of any operation. */
export interface OperationResult {
  status: number
  headers?: Record<string, string>
  body?: unknown
  makeBody?: () => Promise<{ items: readonly unknown[] }>
}

/** Any operation, as the server runs it after it has validated the request. */
export interface AnyOperation {
  requires: AccessRequirement
  load?(): Promise<void>
  run(context: never): Promise<OperationResult | Problem>
}
