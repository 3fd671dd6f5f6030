import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
// Its definitions.
import '#src/mock/publicApi/publicRoutes.ts'
import { findViolations } from '#src/mock/server/contract/violations.ts'

const { listItems, objectProperties, reportedErrors } = limits

/** The violations in a value: kind, path and detail. */
function inShort(schema: object, value: unknown): string[] {
  return findViolations(schema, value).map(({ kind, path, detail }) =>
    [kind, path.join('.'), detail].filter(Boolean).join(' | '),
  )
}

const text = { type: 'string' }
const integer = { type: 'integer' }
const list = { type: 'array' }
const object = { type: 'object' }
const day = '2026-11-24T09:00:00Z'
const control = 'characters | It contains control characters.'

describe('a value', () => {
  it.each([
    ['of no given type', {}, true],
    ['without the type that a keyword is for', { required: ['a'], minLength: 3, minimum: 3 }, true],
    ['null', { type: ['string', 'null'] }, null],
    ['of an enumeration', { ...text, enum: ['a', 'b'] }, 'b'],
    ['of the shortest length', { ...text, minLength: 2 }, '😀b'],
    ['of the greatest length', { ...text, maxLength: 2 }, '😀😀'],
    ['of several lines', { ...text, 'x-lines': true }, 'a\nb'],
    ['that is trimmed before its check', { ...text, 'x-max-characters': 9 }, '\n'],
    ['in base64', { ...text, contentEncoding: 'base64' }, 'YQ==\n'],
    ['that matches its pattern', { ...text, pattern: '^.$' }, '😀'],
    ['of a known format', { ...text, format: 'date-time' }, day],
    ["of a format of eDesk's API", { ...text, format: 'date-time-edesk' }, '2026-11-24 09:00:00'],
    ['of an unknown format', { ...text, format: 'unknown' }, 'x'],
    ['at its minimum', { ...integer, minimum: 2 }, 2],
    ['at its maximum', { ...integer, maximum: 2 }, 2],
    ['with the fewest items', { ...list, minItems: 1 }, ['a']],
    ['with the most items', { ...list, maxItems: 1 }, ['a']],
    ['with as many items as any list', list, Array.from({ length: listItems }, () => 0)],
    ['with different items', { ...list, uniqueItems: true }, ['a', 'b']],
    ['with different objects', { ...list, uniqueItems: true }, [{ a: 1 }, { a: '1' }, [1], [2]]],
    [
      'with objects that have no text form',
      { ...list, uniqueItems: true },
      [
        { a: [{ toString: 1 }], b: 2 },
        { a: { toString: 1 }, b: 2 },
        { __proto__: null, b: 2 },
      ],
    ],
    ['with the same item twice', list, ['a', 'a']],
    ['with the fewest properties', { ...object, minProperties: 1 }, { a: 1 }],
    ['with unknown properties', object, { a: 1 }],
    [
      'with one of two choices',
      { oneOf: [{ required: ['a'] }, { required: ['b', 'c'] }] },
      { b: 1, a: 1 },
    ],
  ])('%s is correct', (_what, schema, value) => {
    expect(findViolations(schema, value)).toEqual([])
  })

  it.each([
    [text, 1, 'type | Instance type "number" is invalid. Expected "string".'],
    [text, null, 'type | Instance type "null" is invalid. Expected "string".'],
    [integer, 1.5, 'type | Instance type "number" is invalid. Expected "integer".'],
    [
      { type: ['string', 'null'] },
      ['a'],
      'type | Instance type "array" is invalid. Expected "string", "null".',
    ],
    [{ ...text, enum: ['a', 'b'] }, 'c', 'enum | It is not an allowed value.'],
    [{ ...text, minLength: 2 }, 'a', 'minLength | It is too short.'],
    [{ ...text, maxLength: 2 }, 'abc', 'maxLength | It is too long.'],
    [{ ...text, maxLength: 2 }, '😀😀😀', 'maxLength | It is too long.'],
    [text, 'a\0', control],
    [text, 'a\nb', control],
    [{ ...text, 'x-lines': true }, 'a\0', control],
    [{ ...text, pattern: '^a$' }, 'b', 'pattern | String does not match pattern.'],
    [{ ...text, format: 'date-time' }, 'yesterday', 'format | It is not a valid time.'],
    [{ ...text, format: 'date-time-edesk' }, day, 'format | It is not a valid time.'],
    [{ ...integer, minimum: 2 }, 1, 'minimum | It is too small.'],
    [{ ...integer, maximum: 2 }, 3, 'maximum | It is too large.'],
    [{ ...list, minItems: 1 }, [], 'minItems | Array has too few items (0 < 1).'],
    [{ ...list, uniqueItems: true }, ['a', 'a'], 'uniqueItems | Array has duplicate items.'],
    [
      { ...list, uniqueItems: true },
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      'uniqueItems | Array has duplicate items.',
    ],
    [
      { ...list, items: text, uniqueItems: true },
      ['a', 'a', 1],
      'type | 2 | Instance type "number" is invalid. Expected "string".',
    ],
    [
      { ...list, items: { ...list, items: integer } },
      [[1], [1, 'a']],
      'type | 1.1 | Instance type "string" is invalid. Expected "integer".',
    ],
    [
      { ...object, properties: { a: { ...object, properties: { b: text } } } },
      { a: { b: 1 } },
      'type | a.b | Instance type "number" is invalid. Expected "string".',
    ],
    [{ ...object, required: ['a'] }, { b: 1 }, 'required | a | It is required.'],
    [{ ...object, minProperties: 1 }, {}, 'minProperties | At least one field is required.'],
    [
      { ...object, properties: { a: {} }, additionalProperties: false },
      { a: 1, b: 1 },
      'unknown | b | Unknown property.',
    ],
    [
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      {},
      'oneOf | Exactly one choice is allowed.',
    ],
    [
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      { a: 1, b: 1 },
      'oneOf | Exactly one choice is allowed.',
    ],
  ])('against %j, %j is a violation', (schema, value, expected) => {
    expect(inShort(schema, value)).toEqual([expected])
  })

  it('is checked against a schema of the contract together with what is beside the reference', () => {
    const schema = { $ref: '#/$defs/RequestName', minLength: 3 }
    expect(inShort(schema, 'ab')).toEqual(['minLength | It is too short.'])
    expect(inShort(schema, 1)).toHaveLength(1)
  })
})

describe('a violation', () => {
  it('has the schema of the property that is missing', () => {
    const [violation] = findViolations({ ...object, required: ['a'], properties: { a: text } }, {})
    expect(violation?.schema).toEqual(text)
  })

  it('has the path of the attachment that contains the value', () => {
    const attachment = { ...object, 'x-attachment': true, properties: { name: text } }
    const schema = {
      ...object,
      properties: { subject: text, files: { ...list, items: attachment } },
    }
    const found = findViolations(schema, { subject: 1, files: [{ name: 'a' }, { name: 1 }] })
    expect(found.map((violation) => [violation.path, violation.attachment])).toEqual([
      [['subject'], undefined],
      [
        ['files', '1', 'name'],
        ['files', '1'],
      ],
    ])
  })

  it('is one of a limited number', () => {
    const wrong = Array.from({ length: reportedErrors + 5 }, (_, index) => index)
    expect(findViolations({ ...list, items: text }, wrong)).toHaveLength(reportedErrors)
  })
})

describe('a list or an object that is too long', () => {
  const many = Array.from({ length: listItems + 1 }, () => 0)
  const large = Object.fromEntries(
    Array.from({ length: objectProperties + 1 }, (_, index) => [`p${index}`, 0]),
  )
  const tooMany = `Array has too many items (${listItems + 1} > ${listItems}).`
  const tooLarge = `Object has too many properties (${objectProperties + 1} > ${objectProperties}).`

  it.each([
    [{ ...list, maxItems: 2 }, [1, 2, 3], 'maxItems | Array has too many items (3 > 2).'],
    [list, many, `maxItems | ${tooMany}`],
    [object, large, `maxProperties | ${tooLarge}`],
    [{ ...object, properties: { a: list } }, { a: many }, `maxItems | a | ${tooMany}`],
    [{ ...list, items: object }, [{}, large], `maxProperties | 1 | ${tooLarge}`],
  ])('is the only violation that is reported: %j', (schema, value, expected) => {
    expect(inShort({ ...schema, enum: [] }, value)).toEqual([expected])
  })

  it('can have as many properties as the limit', () => {
    const { p0: _, ...rest } = large
    expect(findViolations(object, rest)).toEqual([])
  })
})
