import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findViolations } from '#src/mock/server/contract/violations.ts'
import { validatorOf } from '#src/mock/server/contract/findResponseViolation.ts'

import { corrupted, corruptions } from '../properties/brokenValues.ts'
import { valuesOf } from '../properties/schemaValues.ts'
import { routes } from '../../support/contract/routes.ts'
import { resolve } from './contractRequests.ts'

/** The keywords that `findViolations` knows, and those that say nothing about a value. */
const known = new Set([
  ...['$ref', 'type', 'enum', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['items', 'minItems', 'maxItems', 'uniqueItems', 'properties', 'required', 'minProperties'],
  ...['additionalProperties', 'allOf', 'oneOf'],
  ...['contentEncoding', 'x-lines', 'x-max-characters'],
  ...['description', 'default', 'example', 'x-maximum', 'x-attachment', 'x-image-url'],
  'x-custom-field-value',
])

function keywordsIn(source: object, seen = new Set<object>()): string[] {
  const schema = resolve(source)
  if (seen.has(schema)) return []
  seen.add(schema)
  const { properties = {}, items, additionalProperties, allOf = [], oneOf = [] } = schema
  const others = [items, additionalProperties].filter((part) => typeof part === 'object')
  const parts = [...Object.values(properties), ...others, ...allOf, ...oneOf]
  return [...Object.keys(schema), ...parts.flatMap((part) => keywordsIn(part, seen))]
}

/** The different schemas of responses, each with one operation and status that has it. */
const responses = [
  ...new Map(
    routes.flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, schema]: [string, object | null | undefined]) =>
        schema ? [[JSON.stringify(schema), { operationId, status, schema }] as const] : [],
      ),
    ),
  ).values(),
]

describe('the check of the contract', () => {
  it('knows every keyword that the contract uses', () => {
    const schemas = [
      ...routes.flatMap(({ body, parameters }) => [
        ...(body ? [body] : []),
        ...parameters.map(({ schema }) => schema),
      ]),
      ...responses.map(({ schema }) => schema),
    ]
    const unknown = schemas
      .flatMap((schema) => keywordsIn(schema))
      .filter((name) => !known.has(name))
    expect(unknown).toEqual([])
  })

  it.each(routes.filter(({ body }) => body))(
    'accepts the same bodies as the library: $operationId',
    ({ body = {} }) => {
      const library = validatorOf(body)
      const anyBody = fc.oneof(
        valuesOf(body),
        fc.tuple(valuesOf(body), corruptions).map(([value, wanted]) => corrupted(value, wanted)),
      )
      fc.assert(
        fc.property(anyBody, (value) => {
          const violations = findViolations(body, value)
          const ours = violations.filter(({ kind }) => !onlyOurs.includes(kind))
          const isValid = library.validate(value).valid
          if (ours.length > 0) expect(isValid).toBe(false)
          if (violations.length === 0) expect(isValid).toBe(true)
        }),
        { numRuns: 60 },
      )
    },
  )
})

describe('the check of responses', () => {
  it.each(responses)(
    'accepts only what the library accepts: $operationId, $status',
    ({ schema }) => {
      const library = validatorOf(schema)
      const anyBody = fc.oneof(
        valuesOf(schema),
        fc.tuple(valuesOf(schema), corruptions).map(([value, wanted]) => corrupted(value, wanted)),
      )
      fc.assert(
        fc.property(anyBody, (value) => {
          if (findViolations(schema, value).length === 0) {
            expect(library.validate(value).valid).toBe(true)
          }
        }),
        { numRuns: 40 },
      )
    },
  )
})

/** Violations that the library does not know. */
const onlyOurs = ['characters', 'maxItems', 'maxProperties', 'format']
