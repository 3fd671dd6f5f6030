import { format as formats } from '@cfworker/json-schema'

import { limits } from '#src/api/generated/values.ts'
import { hasForbiddenCharacter } from '#src/shared/characters.ts'

import { isEdeskTime } from '../../domain/edeskTime.ts'
import {
  createFindings,
  type Findings,
  isFull,
  type Place,
  report,
  type Violation,
  violationsIn,
} from './findings.ts'
import { resolveRef, type Schema } from './schemas.ts'

/**
 * Checks a value of a request or response against its schema, in time that is proportional to the size of the value: it looks at nothing if
 * a list or an object is longer than its limit, and stops at `reportedErrors` violations. The library does neither. It knows the
 * keywords that the contract uses; a unit test compares it with the library.
 *
 * @returns the violations; at most one of each value.
 */
export function findViolations(schema: object, value: unknown): Violation[] {
  const place = { schema: withoutRef(schema), name: '', parent: undefined }
  const tooLong = createFindings(limits.reportedErrors)
  checkLimits(place, value, tooLong)
  if (tooLong.violations.length > 0) return violationsIn(tooLong)
  const found = createFindings(limits.reportedErrors)
  check(place, value, found)
  return violationsIn(found)
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

/** Adds the violations of limits to `found`. */
function checkLimits(place: Place, value: unknown, found: Findings): void {
  if (typeof value !== 'object' || value === null || isFull(found)) return
  if (Array.isArray(value)) {
    const maximum = place.schema.maxItems ?? limits.listItems
    if (value.length > maximum) {
      const detail = `Array has too many items (${value.length} > ${maximum}).`
      report(found, 'maxItems', place, detail)
      return
    }
    for (const [index, item] of value.entries()) {
      if (isObject(item)) checkLimits(itemOf(place, index), item, found)
    }
    return
  }
  const { length } = Object.keys(value)
  if (length > limits.objectProperties) {
    const detail = `Object has too many properties (${length} > ${limits.objectProperties}).`
    report(found, 'maxProperties', place, detail)
    return
  }
  eachKnownProperty(place.schema, value, (name, property, part) => {
    if (isObject(part)) checkLimits(propertyOf(place, name, property), part, found)
  })
}

/** Adds the violations of a value to `found`, until it is full. */
function check(place: Place, value: unknown, found: Findings): void {
  if (isFull(found)) return
  const { schema } = place
  if (!hasType(schema, value)) {
    const types = [schema.type].flat().join('", "')
    const detail = `Instance type "${typeOf(value)}" is invalid. Expected "${types}".`
    report(found, 'type', place, detail)
  } else if (schema.enum && !schema.enum.includes(value)) {
    report(found, 'enum', place, 'It is not an allowed value.')
  } else if (typeof value === 'string') checkText(place, value, found)
  else if (typeof value === 'number') checkNumber(place, value, found)
  else if (Array.isArray(value)) checkArray(place, value, found)
  else if (isObject(value)) checkObject(place, value, found)
  if (schema.allOf ?? schema.oneOf) checkCombined(place, value, found)
}

function checkCombined(place: Place, value: unknown, found: Findings): void {
  const { allOf = [], oneOf } = place.schema
  for (const schema of allOf) check(withSchema(place, schema), value, found)
  if (!oneOf) return
  const isValid = (schema: object) => {
    const choice = withSchema(place, schema)
    // Most choices are an object or null.
    if (!hasType(choice.schema, value)) return false
    const first = createFindings(1)
    check(choice, value, first)
    return first.violations.length === 0
  }
  if (oneOf.filter(isValid).length !== 1) {
    report(found, 'oneOf', place, 'Exactly one choice is allowed.')
  }
}

function checkText(place: Place, text: string, found: Findings): void {
  const { minLength = 0, maxLength = Infinity, pattern, format } = place.schema
  const length = text.length > 2 * maxLength ? text.length : codePointsIn(text)
  if (length > maxLength) report(found, 'maxLength', place, 'It is too long.')
  else if (length < minLength) report(found, 'minLength', place, 'It is too short.')
  else if (!hasAllowedCharacters(place.schema, text)) {
    report(found, 'characters', place, 'It contains control characters.')
  } else if (pattern !== undefined && !regularExpression(pattern).test(text)) {
    report(found, 'pattern', place, 'String does not match pattern.')
  } else if (format !== undefined && !hasFormat(format, text)) {
    report(found, 'format', place, 'It is not a valid time.')
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

function checkNumber(place: Place, number: number, found: Findings): void {
  const { minimum = -Infinity, maximum = Infinity } = place.schema
  if (number < minimum) report(found, 'minimum', place, 'It is too small.')
  if (number > maximum) report(found, 'maximum', place, 'It is too large.')
}

function checkArray(place: Place, items: readonly unknown[], found: Findings): void {
  const { minItems = 0, uniqueItems } = place.schema
  if (items.length < minItems) {
    const detail = `Array has too few items (${items.length} < ${minItems}).`
    report(found, 'minItems', place, detail)
  }
  const before = found.violations.length
  for (const [index, item] of items.entries()) {
    if (isFull(found)) return
    check(itemOf(place, index), item, found)
  }
  // Only valid items are compared: the schema limits their size.
  const areValid = found.violations.length === before
  if (uniqueItems && areValid && new Set(items.map(canonical)).size < items.length) {
    report(found, 'uniqueItems', place, 'Array has duplicate items.')
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

function checkObject(place: Place, value: object, found: Findings): void {
  const { required = [], minProperties = 0, additionalProperties = true } = place.schema
  const schemas = place.schema.properties ?? {}
  for (const name of required) {
    if (isFull(found)) return
    if (Object.hasOwn(value, name)) continue
    const missing = propertyOf(place, name, schemas[name] ?? {})
    report(found, 'required', missing, 'It is required.')
  }
  if (Object.keys(value).length < minProperties) {
    report(found, 'minProperties', place, 'At least one field is required.')
  }
  eachKnownProperty(place.schema, value, (name, property, part) =>
    check(propertyOf(place, name, property), part, found),
  )
  if (additionalProperties === true) return
  for (const name of Object.keys(value)) {
    if (isFull(found)) return
    if (Object.hasOwn(schemas, name)) continue
    if (additionalProperties !== false) {
      const part: unknown = value[name as keyof typeof value]
      check(propertyOf(place, name, additionalProperties), part, found)
    } else report(found, 'unknown', propertyOf(place, name, {}), 'Unknown property.')
  }
}

function eachKnownProperty(
  { properties = {} }: Schema,
  value: object,
  visit: (name: string, schema: object, part: unknown) => void,
): void {
  for (const name in properties) {
    const schema = properties[name]
    if (schema && Object.hasOwn(value, name)) visit(name, schema, value[name as keyof typeof value])
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
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
