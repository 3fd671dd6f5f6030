import fc from 'fast-check'

import type { Route } from '#src/mock/server/contract/routes.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { publicRoutes } from '../../support/contract/routes.ts'
import { keyPlaceholder } from './api.ts'
import { corruptions, corrupted, toJson } from './brokenValues.ts'
import { anyPathId, type Business, kindOfField, ownId } from './ids.ts'
import { queries } from './queries.ts'
import { valuesOf } from './schemaValues.ts'

/** The parts of a form with files. */
export interface FormParts {
  texts: readonly (readonly [string, string])[]
  files: readonly { field: string; name: string; type: string; content: string }[]
}

/** A request to send. */
export interface Sent {
  method: string
  path: string
  contentType?: string
  /** Replaces the Authorization header with the key. */
  authorization?: string
  body?: string | FormParts
  idempotencyKey?: string
  language?: string
}

export const publicRoutesWithBody = publicRoutes.filter((route) => route.body !== undefined)

/** A valid request with ids of the business. Most of them succeed. */
export function goodRequestTo(route: Route, business: Business = 'northwind'): fc.Arbitrary<Sent> {
  return fc
    .record({
      path: pathsOf(route, (kind) => ownId(kind, business).map(String)),
      query: queries(route, business),
      body: route.body ? valuesOf(route.body, business) : fc.constant(undefined),
    })
    .map(({ path, query, body }) => ({
      method: route.method,
      path: `${path}${query}`,
      ...(body === undefined ? {} : asJson(toJson(body))),
    }))
}

/** Requests of all kinds: valid ones, and ones with one or many errors. */
function anyRequestTo(route: Route, business: Business = 'northwind'): fc.Arbitrary<Sent> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant(route.method) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'),
        },
      ),
      path: fc.oneof(
        { weight: 2, arbitrary: pathsOf(route, (kind) => ownId(kind, business).map(String)) },
        { weight: 1, arbitrary: pathsOf(route, anyPathId) },
      ),
      ending: fc.oneof(
        { weight: 15, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom('/', '/x', '.json', '%2f') },
      ),
      query: queries(route, business),
      body: route.body ? anyBodyFor(route, business) : fc.constant({}),
    })
    .map(({ method, path, ending, query, body }) => ({
      method,
      path: `${path}${ending}${query}`,
      // Such a request cannot have a body.
      ...(method === 'GET' || method === 'HEAD' ? {} : body),
    }))
}

/** Any request to any operation. */
export function anyRequest(business: Business = 'northwind'): fc.Arbitrary<Sent> {
  return fc.oneof(...publicRoutes.map((route) => anyRequestTo(route, business)))
}

/** Any valid request to any operation. */
export function validRequest(business: Business = 'northwind'): fc.Arbitrary<Sent> {
  return fc.oneof(...publicRoutes.map((route) => goodRequestTo(route, business)))
}

function pathsOf(
  { path }: Route,
  idOf: (kind: NonNullable<ReturnType<typeof kindOfField>>) => fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    const kind = kindOfField(part.slice(1, -1))
    return kind ? idOf(kind) : fc.constant(part)
  })
  return fc.tuple(...parts).map((filled) => filled.join('/'))
}

type Body = Pick<Sent, 'contentType' | 'body'>

function asJson(body: string): Body {
  return { contentType: 'application/json', body }
}

function anyBodyFor(
  { body = {}, multipart = false }: Route,
  business: Business,
): fc.Arbitrary<Body> {
  const good = valuesOf(body, business)
  return fc.oneof(
    { weight: 5, arbitrary: good.map((value) => asJson(toJson(value))) },
    {
      weight: 10,
      arbitrary: fc
        .tuple(good, corruptions)
        .map(([value, wanted]) => asJson(toJson(corrupted(value, wanted)))),
    },
    { weight: 1, arbitrary: fc.tuple(contentTypes, fc.oneof(brokenJson, fc.string())).map(typed) },
    { weight: multipart ? 10 : 1, arbitrary: forms },
  )
}

const contentTypes = fc.constantFrom(
  undefined,
  '',
  'application/json',
  'application/JSON; charset=utf-8',
  'application/json-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
  '*',
)

function typed([contentType, body]: [string | undefined, string]): Body {
  return { body, ...(contentType === undefined ? {} : { contentType }) }
}

const brokenJson = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '{"a":}',
    "{'a':1}",
    '{"a":1}}',
    'null',
    '[]',
    '1',
    '"x"',
    'NaN',
    '\ufeff{}',
  ),
  fc.constantFrom('{"name":"a","name":"b"}', '{"__proto__":{"name":"a"}}', '--x\r\n\r\n--x--'),
  fc.integer({ min: 1, max: 50_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc
    .integer({ min: 1, max: 5_000 })
    .map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.constant(`{"name":"${'x'.repeat(2_000_000)}"}`),
)

const partNames = ['attachments[]', 'attachments', 'attachmentType', '__proto__', ''] as const

const forms: fc.Arbitrary<Body> = fc
  .record({
    texts: fc.array(
      fc.tuple(
        fc.constantFrom(...partNames),
        fc.oneof(
          fc.constantFrom('Invoice', 'Other', keyPlaceholder),
          fc.string({ unit: anyCharacter }),
        ),
      ),
      { maxLength: 2 },
    ),
    files: fc.array(
      fc.record({
        field: fc.constantFrom('attachments[]', ...partNames),
        name: fc.oneof(fc.constantFrom('cat.jpg', '', 'x'.repeat(300), '../"\r\n'), fc.string()),
        type: fc.constantFrom('image/jpeg', '', 'nonsense', `a/${'b'.repeat(300)}`),
        content: fc.string({ maxLength: 100 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((body) => ({ body }))
