import fc from 'fast-check'

import { type Parameter, type Route } from '#src/mock/server/contract/routes.ts'
import { resolveRef } from '#src/mock/server/contract/schemas.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { keyPlaceholder } from './api.ts'
import { type Business, kindOfField, unknownId, ownId } from './ids.ts'
import type { JsonSchema } from './schemaValues.ts'

const strange = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1.5',
    '1e3',
    '9'.repeat(30),
    'null',
    '%',
    '[]',
    keyPlaceholder,
  ),
  fc.constantFrom('2026-02-30', '26-01-01', '1764000000', '2026-11-24 09:00:00', 'ID', 'desc;'),
  fc.string({ unit: anyCharacter }),
  fc.integer({ min: 200, max: 3000 }).map((length) => 'x'.repeat(length)),
)

const days = fc
  .date({ min: new Date('2026-11-10'), max: new Date('2026-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const unknown = fc.tuple(
  fc.constantFrom('per_page', 'limit', 'access_token', 'filter_', '__proto__', 'constructor', ''),
  strange,
)

/** Query strings: valid and invalid parameters of the operation, repeated ones, and unknown ones. */
export function queries(route: Route, business: Business): fc.Arbitrary<string> {
  const known = route.parameters.filter((parameter) => parameter.in === 'query')
  const pairs = known.map((parameter) =>
    fc
      .oneof(
        { weight: 8, arbitrary: rightValue(parameter, business) },
        { weight: 1, arbitrary: strange },
      )
      .map((value): [string, string] => [parameter.name, value]),
  )
  const given = fc.array(fc.oneof(...pairs, unknown), { maxLength: 4 })
  return fc
    .oneof(fc.constant<[string, string][]>([]), given)
    .map((chosen) => (chosen.length === 0 ? '' : `?${new URLSearchParams(chosen).toString()}`))
}

function rightValue({ name, schema }: Parameter, business: Business): fc.Arbitrary<string> {
  const own: JsonSchema = resolveRef(schema)
  const kind = kindOfField(name)
  if (own.enum) return fc.constantFrom(...own.enum).map(String)
  if (kind) return fc.oneof(ownId(kind, business), fc.constantFrom(21, 2001, unknownId)).map(String)
  if (own.format === 'date') return days
  if (own.type === 'integer') return fc.integer({ min: -2, max: 300 }).map(String)
  return fc.constantFrom(
    'NW-1001',
    'LL-2001',
    'maja',
    'Paula Stein',
    'paula.stein@example.com',
    'a',
  )
}
