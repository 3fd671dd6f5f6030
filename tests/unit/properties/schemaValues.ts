import fc from 'fast-check'

import { resolveRef } from '#src/mock/server/contract/schemas.ts'
import { hasForbiddenCharacter } from '#src/shared/characters.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { type Business, kindOfField, ownId } from './ids.ts'

/** The parts of JSON Schema that the contract uses. */
export interface JsonSchema {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  format?: string
  pattern?: string
  maxLength?: number
  contentEncoding?: string
  'x-lines'?: boolean
  items?: object
  properties?: Readonly<Record<string, object>>
  required?: readonly string[]
  allOf?: readonly object[]
  oneOf?: readonly JsonSchema[]
}

/**
 * Values that a schema of the contract allows, with ids of the business. Most requests with them succeed.
 *
 * @param name the field for the value. It decides what its ids identify.
 */
export function valuesOf(
  schema: object,
  business: Business = 'northwind',
  name = '',
): fc.Arbitrary<unknown> {
  const own: JsonSchema = resolveRef(schema)
  if (own.enum) return fc.constantFrom(...own.enum)
  if (own.type === undefined && own.oneOf) {
    return fc.oneof(...own.oneOf.map((choice) => valuesOf(choice, business, name)))
  }
  if (own.type === undefined) return fc.jsonValue()
  return fc.oneof(...[own.type].flat().map((type) => ofType(type, own, business, name)))
}

function ofType(
  type: string,
  schema: JsonSchema,
  business: Business,
  name: string,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return schema.allOf?.[0]
        ? valuesOf(schema.allOf[0], business, name)
        : objects(schema, business)
    case 'array': {
      const item = valuesOf(schema.items ?? {}, business, name)
      // Only a template with attachments has some to delete.
      return fc.array(item, { maxLength: name === 'delete_attachments' ? 0 : 3 })
    }
    case 'integer': {
      const kind = kindOfField(name)
      return kind ? ownId(kind, business) : fc.integer({ min: 1, max: 99 })
    }
    case 'number':
      return fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return texts(schema, business, name)
  }
}

/** Chooses one of the alternatives, such as an order's contact by id or as a new contact. */
function objects(schema: JsonSchema, business: Business): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], oneOf = [{}] } = schema
  const choices = oneOf.map((choice) => {
    const others = oneOf.filter((one) => one !== choice).flatMap((one) => one.required ?? [])
    const entries = Object.entries(properties).filter(([name]) => !others.includes(name))
    const model = Object.fromEntries(
      entries.map(([name, property]) => [name, valuesOf(property, business, name)]),
    )
    return fc.record(model, { requiredKeys: [...required, ...(choice.required ?? [])] })
  })
  return fc.oneof(...choices)
}

const links = [
  'https://www.example.com/track/(tracking_code)',
  'http://example.com/a?b=c&d=(tracking_code)#e',
] as const
const addresses = [
  'maja.lindqvist@example.com',
  'Paula.Stein@example.com',
  'New.Person+1@Example.com',
] as const

function texts(schema: JsonSchema, business: Business, name: string): fc.Arbitrary<string> {
  const kind = kindOfField(name)
  if (kind) return ownId(kind, business).map(String)
  if (name === 'weight') return fc.constantFrom('0', '250', '12.5')
  if (name === 'currency') return fc.constantFrom('EUR', 'USD', 'gbp')
  if (name === 'country') return fc.constantFrom('IE', 'de', 'ZZ')
  if (schema.contentEncoding === 'base64') return fc.base64String({ minLength: 4, maxLength: 40 })
  if (schema.format === 'email') return fc.constantFrom(...addresses)
  if (schema.pattern?.startsWith('^https?') === true) return fc.constantFrom(...links)
  if (schema.format === 'date-time-edesk') return times()
  if (schema.format === 'date-time') return times().map((time) => `${time.replace(' ', 'T')}Z`)
  if (schema.format === 'date') return times().map((time) => time.slice(0, 10))
  const lines = schema['x-lines'] ?? false
  return words(schema.maxLength ?? 100).filter((text) => !hasForbiddenCharacter(text, { lines }))
}

function times(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1999-12-31'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19).replace('T', ' '))
}

/** Visible texts of all kinds, sometimes of the maximum length. */
function words(maxLength: number): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .string({ unit: anyCharacter, minLength: 1, maxLength: 12 })
        .filter((text) => text.trim() !== ''),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'Oak board',
        '<b onclick="x()">{{ 1 }}</b>',
        "'ZZ000000001IE'",
        '👨‍👩‍👧‍👦 שלום \u202e',
        'a\tb\r\nc',
        '=1+1',
        '__proto__',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('x', 'é', '\u200b ').map((one) => long(one, maxLength)),
    },
  )
}

function long(one: string, maxLength: number): string {
  return one.repeat(maxLength).slice(0, maxLength)
}
