import { format as formats } from '@cfworker/json-schema'

import { limits } from '#src/api/generated/values.ts'
import { hasForbiddenCharacter } from '#src/shared/characters.ts'

import { isEdeskTime } from '../../domain/edeskTime.ts'
import { resolveRef, type Schema } from './schemas.ts'

/** How a value in a request violates the contract. */
export interface Violation {
  /** The path of the value; for `required` and `unknown` that of the property. */
  path: readonly string[]
  kind:
    | 'type'
    | 'enum'
    | 'minLength'
    | 'maxLength'
    | 'pattern'
    | 'format'
    | 'characters'
    | 'minimum'
    | 'maximum'
    | 'required'
    | 'unknown'
    | 'minProperties'
    | 'maxProperties'
    | 'minItems'
    | 'maxItems'
    | 'uniqueItems'
    | 'oneOf'
  /** The schema of the value, or of the property that is missing. */
  schema: Schema
  /** The path of the attachment that contains the value (`x-attachment`), if any. */
  attachment: readonly string[] | undefined
  detail: string
}

/** A value in the checked one. Its path is put together only for a violation, because there are thousands of places. */
interface Place {
  schema: Schema
  /** The name of the property, or the index of the item. */
  name: string | number
  parent: Place | undefined
}

/**
 * Checks a value of a request against its schema, in time that is proportional to the size of the value: it looks at nothing if
 * a list or an object is longer than its limit, and stops at `reportedErrors` violations. The library does neither. It knows the
 * keywords that the contract uses; a unit test compares it with the library.
 *
 * @returns the violations; at most one of each value.
 */
export function findViolations(schema: object, value: unknown): Violation[] {
  const place = { schema: withoutRef(schema), name: '', parent: undefined }
  const tooLong = firstOf(limitViolations(place, value))
  return tooLong.length > 0 ? tooLong : firstOf(violationsIn(place, value))
}

function firstOf(violations: Iterator<Violation>): Violation[] {
  const found: Violation[] = []
  while (found.length < limits.reportedErrors) {
    const { value, done } = violations.next()
    if (done) break
    found.push(value)
  }
  return found
}

const resolved = new WeakMap<object, Schema>()

/** Returns a schema together with the one that it refers to. */
function withoutRef(schema: object): Schema {
  let merged = resolved.get(schema)
  if (!merged) {
    merged = '$ref' in schema ? { ...withoutRef(resolveRef(schema)), ...schema } : schema
    resolved.set(schema, merged)
  }
  return merged
}

function* limitViolations(place: Place, value: unknown): Generator<Violation> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    const maximum = place.schema.maxItems ?? limits.listItems
    if (value.length > maximum) {
      const detail = `Array has too many items (${value.length} > ${maximum}).`
      return yield violation('maxItems', place, detail)
    }
    for (const [index, item] of value.entries()) yield* limitViolations(itemOf(place, index), item)
    return
  }
  const { length } = Object.keys(value)
  if (length > limits.objectProperties) {
    const detail = `Object has too many properties (${length} > ${limits.objectProperties}).`
    return yield violation('maxProperties', place, detail)
  }
  for (const [name, property, part] of knownProperties(place.schema, value)) {
    yield* limitViolations(propertyOf(place, name, property), part)
  }
}

function* violationsIn(place: Place, value: unknown): Generator<Violation> {
  const { schema } = place
  if (!hasType(schema, value)) {
    const types = [schema.type].flat().join('", "')
    const detail = `Instance type "${typeOf(value)}" is invalid. Expected "${types}".`
    yield violation('type', place, detail)
  } else if (schema.enum && !schema.enum.some((allowed) => allowed === value)) {
    yield violation('enum', place, 'It is not an allowed value.')
  } else if (typeof value === 'string') yield* textViolations(place, value)
  else if (typeof value === 'number') yield* numberViolations(place, value)
  else if (Array.isArray(value)) yield* arrayViolations(place, value)
  else if (typeof value === 'object' && value !== null) yield* objectViolations(place, value)
  if (schema.allOf ?? schema.oneOf) yield* combinedViolations(place, value)
}

function* combinedViolations(place: Place, value: unknown): Generator<Violation> {
  const { allOf = [], oneOf } = place.schema
  for (const schema of allOf) yield* violationsIn(withSchema(place, schema), value)
  if (!oneOf) return
  const isValid = (schema: object) => violationsIn(withSchema(place, schema), value).next().done
  if (oneOf.filter(isValid).length !== 1) {
    yield violation('oneOf', place, 'Exactly one choice is allowed.')
  }
}

function* textViolations(place: Place, text: string): Generator<Violation> {
  const { minLength = 0, maxLength = Infinity, pattern, format } = place.schema
  const length = text.length > 2 * maxLength ? text.length : codePointsIn(text)
  if (length > maxLength) yield violation('maxLength', place, 'It is too long.')
  else if (length < minLength) yield violation('minLength', place, 'It is too short.')
  else if (!hasAllowedCharacters(place.schema, text)) {
    yield violation('characters', place, 'It contains control characters.')
  } else if (pattern !== undefined && !regularExpression(pattern).test(text)) {
    yield violation('pattern', place, 'String does not match pattern.')
  } else if (format !== undefined && !hasFormat(format, text)) {
    yield violation('format', place, 'It is not a valid time.')
  }
}

function codePointsIn(text: string): number {
  let count = 0
  for (const _character of text) count += 1
  return count
}

/** Texts with `x-max-characters` are trimmed before they are checked (domain/names.ts), and base64 has characters of its own. */
function hasAllowedCharacters(schema: Schema, text: string): boolean {
  if ('x-max-characters' in schema || schema.contentEncoding !== undefined) return true
  return !hasForbiddenCharacter(text, { lines: schema['x-lines'] ?? false })
}

const regularExpressions = new Map<string, RegExp>()

function regularExpression(pattern: string): RegExp {
  let expression = regularExpressions.get(pattern)
  if (!expression) regularExpressions.set(pattern, (expression = new RegExp(pattern, 'u')))
  return expression
}

function hasFormat(format: string, text: string): boolean {
  // A format of eDesk's API.
  if (format === 'date-time-edesk') return isEdeskTime(text)
  return formats[format]?.(text) ?? true
}

function* numberViolations(place: Place, number: number): Generator<Violation> {
  const { minimum = -Infinity, maximum = Infinity } = place.schema
  if (number < minimum) yield violation('minimum', place, 'It is too small.')
  if (number > maximum) yield violation('maximum', place, 'It is too large.')
}

function* arrayViolations(place: Place, items: readonly unknown[]): Generator<Violation> {
  const { minItems = 0, uniqueItems } = place.schema
  if (items.length < minItems) {
    yield violation('minItems', place, `Array has too few items (${items.length} < ${minItems}).`)
  }
  let hasInvalidItem = false
  for (const [index, item] of items.entries()) {
    for (const found of violationsIn(itemOf(place, index), item)) {
      hasInvalidItem = true
      yield found
    }
  }
  // Only valid items are compared: the schema limits their size.
  if (uniqueItems && !hasInvalidItem && new Set(items.map(canonical)).size < items.length) {
    yield violation('uniqueItems', place, 'Array has duplicate items.')
  }
}

/** Returns the same text for equal values: the order of an object's properties does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    const names = Object.keys(part).sort()
    return Object.fromEntries(names.map((name) => [name, part[name as keyof typeof part]]))
  })
}

function* objectViolations(place: Place, value: object): Generator<Violation> {
  const { required = [], minProperties = 0, additionalProperties = true } = place.schema
  const schemas = place.schema.properties ?? {}
  for (const name of required) {
    if (Object.hasOwn(value, name)) continue
    yield violation('required', propertyOf(place, name, schemas[name] ?? {}), 'It is required.')
  }
  if (Object.keys(value).length < minProperties) {
    yield violation('minProperties', place, 'At least one field is required.')
  }
  for (const [name, property, part] of knownProperties(place.schema, value)) {
    yield* violationsIn(propertyOf(place, name, property), part)
  }
  if (additionalProperties === true) return
  for (const [name, part] of Object.entries(value)) {
    if (Object.hasOwn(schemas, name)) continue
    if (additionalProperties !== false) {
      yield* violationsIn(propertyOf(place, name, additionalProperties), part)
    } else yield violation('unknown', propertyOf(place, name, {}), 'Unknown property.')
  }
}

function* knownProperties(
  { properties = {} }: Schema,
  value: object,
): Generator<[name: string, schema: object, value: unknown]> {
  for (const [name, schema] of Object.entries(properties)) {
    if (Object.hasOwn(value, name)) yield [name, schema, value[name as keyof typeof value]]
  }
}

function itemOf(parent: Place, index: number): Place {
  return { schema: withoutRef(parent.schema.items ?? {}), name: index, parent }
}

function propertyOf(parent: Place, name: string, schema: object): Place {
  return { schema: withoutRef(schema), name, parent }
}

function withSchema(place: Place, schema: object): Place {
  return { ...place, schema: withoutRef(schema) }
}

function violation(kind: Violation['kind'], place: Place, detail: string): Violation {
  const places = placesTo(place)
  const attachment = places.findLast(({ schema }) => schema['x-attachment'])
  return {
    kind,
    detail,
    schema: place.schema,
    path: pathOf(places),
    attachment: attachment && pathOf(placesTo(attachment)),
  }
}

/** Returns a place and those that contain it, from the outside in, without the checked value itself. */
function placesTo(place: Place): Place[] {
  return place.parent ? [...placesTo(place.parent), place] : []
}

function pathOf(places: readonly Place[]): string[] {
  return places.map(({ name }) => String(name))
}

function hasType({ type }: Schema, value: unknown): boolean {
  if (type === undefined) return true
  return typeof type === 'string' ? isOfType(type, value) : type.some((one) => isOfType(one, value))
}

function isOfType(type: string, value: unknown): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeOf(value) === type
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
