import type { operations } from '#src/api/generated/schema.ts'

import type { BusinessRecord, TokenRecord } from '../domain/records.ts'
import type { RandomBytes } from '../domain/random.ts'
import type { PublicOperationId } from '../routes.ts'
import type { Writer } from '../storage/storage.ts'

/** The application that calls: its token, and the business that the token is of. */
export interface Caller {
  token: TokenRecord
  business: BusinessRecord
}

/** A file that came in a form. */
export interface UploadedFile {
  /** The name of its part in the form. */
  field: string
  name: string
  type: string
  /** In bytes. */
  size: number
}

/** What came instead of a JSON body where an operation takes files. */
export interface Form {
  files: readonly UploadedFile[]
  /** The text parts, by name. */
  texts: Readonly<Record<string, string>>
}

type Parameters<Id extends PublicOperationId> = operations[Id]['parameters']
type Given<Holder> = [Holder] extends [undefined] ? Record<string, never> : NonNullable<Holder>
type BodyOf<Id extends PublicOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined
type AnswerOf<Id extends PublicOperationId> =
  operations[Id]['responses'][200]['content']['application/json']

export interface PublicContext<Id extends PublicOperationId> {
  caller: Caller
  /** Ids in the path: positive whole numbers. */
  path: Given<Parameters<Id>['path']>
  /** Filters and sorting as the contract has them; `page` and `itemsPerPage` are always there, and within bounds. */
  query: Omit<Given<Parameters<Id>['query']>, 'page' | 'itemsPerPage'> & PageWanted
  body: BodyOf<Id>
  /** Where files came in a form, with an empty body. */
  form: Form | undefined
  /**
   * The request's transaction. Nothing but it may be waited for inside, and whatever refuses the request comes before the
   * first write: a refusal is kept in the request log by the same transaction.
   */
  db: Writer
  now: Date
  randomBytes: RandomBytes
}

export interface PageWanted {
  page: number
  itemsPerPage: number
}

/**
 * An operation of the public API: what it does once the token, its access and the request are known to be right.
 *
 * @returns the body of the answer, whose status is always 200.
 * @throws EdeskError before anything was written.
 */
export type PublicOperation<Id extends PublicOperationId> = (
  context: PublicContext<Id>,
) => Promise<AnswerOf<Id>>

/** Any of them, as the pipeline sees it. */
export type AnyPublicOperation = (context: never) => Promise<unknown>
