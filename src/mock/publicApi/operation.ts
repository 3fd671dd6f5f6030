import type { operations } from '#src/api/generated/schema.ts'

import type { BusinessRecord, TokenRecord } from '../domain/records.ts'
import type { RandomBytes } from '../domain/random.ts'
import type { PublicOperationId } from '../server/contract/routes.ts'
import type { Writer } from '../domain/schema.ts'

/** The calling application: its token, and the token's business. */
export interface Caller {
  token: TokenRecord
  business: BusinessRecord
}

/** A file in a multipart form. */
export interface UploadedFile {
  /** The name of its part in the form. */
  field: string
  name: string
  type: string
  /** Size in bytes. */
  size: number
}

/** A multipart form, which operations that take files accept instead of a JSON body. */
export interface Form {
  files: readonly UploadedFile[]
  /** The text parts, by name. */
  texts: Readonly<Record<string, string>>
}

/** The parameters of an operation in its path or its query. */
type ParametersIn<
  Location extends string,
  Id extends PublicOperationId,
> = operations[Id]['parameters'] extends { [Key in Location]?: infer Group extends object }
  ? Group
  : Record<string, never>
type BodyOf<Id extends PublicOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined
type AnswerOf<Id extends PublicOperationId> =
  operations[Id]['responses'][200]['content']['application/json']

export interface PublicContext<Id extends PublicOperationId> {
  caller: Caller
  /** The ids in the path, as positive integers. */
  path: ParametersIn<'path', Id>
  /** Filters and sorting as the contract defines them. `page` and `itemsPerPage` are always set and within their limits. */
  query: Omit<ParametersIn<'query', Id>, 'page' | 'itemsPerPage'> & Paging
  body: BodyOf<Id>
  /** Set if the request has a multipart form; then `body` is empty. */
  form: Form | undefined
  /**
   * The request's transaction. Operations must not await anything else. They must reject a request before their first write,
   * because the same transaction stores the rejected request in the request log.
   */
  db: Writer
  now: Date
  randomBytes: RandomBytes
}

export interface Paging {
  page: number
  itemsPerPage: number
}

/**
 * An operation of the public API. It runs after the token, its access and the request have been checked.
 *
 * @returns the response body. The status is always 200.
 * @throws EdeskError before the first write.
 */
export type PublicOperation<Id extends PublicOperationId> = (
  context: PublicContext<Id>,
) => Promise<AnswerOf<Id>>

/** Any public operation, as the request pipeline calls it. */
export type AnyPublicOperation = (context: never) => Promise<unknown>
