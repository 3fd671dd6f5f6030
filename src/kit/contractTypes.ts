import type { components, operations, paths } from '#src/api/generated/schema.ts'
import type { SentResponse } from '#src/mock/demo/demoControl.ts'

/** A token, as the management API returns it. */
export type Token = components['schemas']['Token']
/** The filters of the list of tokens that a test can use. */
export type TokenFilter = Pick<
  NonNullable<operations['listTokens']['parameters']['query']>,
  'status' | 'access' | 'search' | 'feature'
>

/** The body of an operation's response if it succeeds; null if it has none. */
export type ResponseBody<Name extends keyof operations> = BodyIn<operations[Name]>
/** The body of an operation's request; undefined if it has none. */
export type RequestBody<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : undefined

/** A response. Its body has the type of one that succeeds; that of another path than the contract's is unknown. */
export type ResponseAt<Method extends string, Path extends string> = Omit<SentResponse, 'body'> & {
  body: BodyAt<Method, Path>
}

type BodyAt<Method extends string, Path extends string> = [PathOf<Path>] extends [never]
  ? unknown
  : Lowercase<Method> extends keyof paths[PathOf<Path>]
    ? BodyIn<paths[PathOf<Path>][Lowercase<Method>]>
    : unknown

type BodyIn<Operation> = Operation extends { responses: infer Responses }
  ? Content<Responses[keyof Responses]>
  : unknown
type Content<Response> = Response extends { content: { 'application/json': infer Body } }
  ? Body
  : null

/** The contract's path of a URL: of `/api/tokens/tok_1?page=2` it is `/api/tokens/{id}`. */
type PathOf<Url extends string> = {
  [Path in keyof paths]: Matches<WithoutQuery<Url>, Path> extends true ? Path : never
}[keyof paths]
type WithoutQuery<Url extends string> = Url extends `${infer Path}?${string}` ? Path : Url
type Matches<Url extends string, Path extends string> = Url extends `${infer First}/${infer Rest}`
  ? Path extends `${infer PathFirst}/${infer PathRest}`
    ? MatchesPart<First, PathFirst> extends true
      ? Matches<Rest, PathRest>
      : false
    : false
  : Path extends `${string}/${string}`
    ? false
    : MatchesPart<Url, Path>
type MatchesPart<Part extends string, PathPart extends string> = PathPart extends `{${string}}`
  ? true
  : Part extends PathPart
    ? true
    : false
