import type { OutputUnit } from '@cfworker/json-schema'

import { isEdeskTime } from '../domain/edeskTime.ts'
import { resolved, type Schema, validatorOf } from '../routes.ts'
import type { ErrorCode } from './edeskError.ts'

type Codes = Record<string, ErrorCode>

/** The most items that a list in a body may have, a limit of ours: each of them is looked at, and may be told of. */
const mostItems = 1000

/**
 * What is wrong with a body, by field, in eDesk's codes (eDesk API facts, "Errors"). A field inside another one is named by
 * its way there: `order_items.0.sku`.
 */
export function codesOfBody(schema: object, body: object): Codes {
  const tooLong = Object.entries(body).filter(([, value]) => isTooLong(value))
  if (tooLong.length > 0) return Object.fromEntries(tooLong.map(([field]) => [field, '4007']))
  const { errors } = validatorOf(schema).validate(body)
  const codes: Codes = {}
  // A wrong type comes first, since what it should have been matters more than that it is no allowed value; and that a choice
  // was not made comes last, since what was missing says more.
  const ordered = [...errors].sort((one, other) => weight(one) - weight(other))
  for (const error of ordered) {
    const found = codeOf(schema, error)
    if (found && !(found.field in codes)) codes[found.field] = found.code
  }
  for (const field of wrongTimes(schema, body, [])) codes[field] ??= '4010'
  return codes
}

function isTooLong(value: unknown): boolean {
  return Array.isArray(value) && value.length > mostItems
}

function weight({ keyword }: OutputUnit): number {
  if (keyword === 'type') return 0
  return keyword === 'oneOf' ? 2 : 1
}

function codeOf(
  root: object,
  { keyword, instanceLocation, error }: OutputUnit,
): { field: string; code: ErrorCode } | undefined {
  const path = instanceLocation.split('/').slice(1).map(unescaped)
  const schema = schemaAt(root, path)
  const field = path.join('.')
  const attachment = attachmentAround(root, path)
  if (attachment !== undefined && (keyword === 'required' || keyword === 'type')) {
    return { field: attachment, code: '4019' }
  }
  switch (keyword) {
    case 'required': {
      const name = /"(.+)"/.exec(error)?.[1] ?? ''
      return { field: [...path, name].join('.'), code: '4001' }
    }
    case 'type':
      return { field, code: codeOfType(schema) }
    case 'enum':
      return { field, code: '4007' }
    case 'maxLength':
      return { field, code: '4020' }
    case 'format':
    case 'pattern':
      return { field, code: codeOfForm(schema) }
    case 'oneOf':
      // The one choice that there is: an order's contact by its id, or as a new one, never both.
      return path.length === 0 ? { field: 'contact', code: '4007' } : undefined
    default:
      // What holds one of the errors above; it says nothing by itself.
      return undefined
  }
}

function codeOfType(schema: Schema): ErrorCode {
  if (schema['x-custom-field-value']) return '4018'
  if (schema.format === 'date-time-edesk') return '4010'
  const types = [schema.type ?? []].flat()
  if (types.includes('integer') || types.includes('number')) return '4005'
  if (types.includes('array')) return '4006'
  if (types.includes('boolean')) return '4009'
  return types.includes('string') ? '4008' : '4007'
}

function codeOfForm(schema: Schema): ErrorCode {
  if (schema['x-image-url']) return '4012'
  if (schema.format === 'uri') return '4011'
  if (schema.format === 'email') return '4021'
  const types = [schema.type ?? []].flat()
  return types.includes('integer') || types.includes('number') ? '4005' : '4007'
}

/** The fields that should hold a time in eDesk's form and do not. JSON Schema knows no such format. */
function wrongTimes(schema: object, value: unknown, path: readonly string[]): string[] {
  const { format, items } = resolved(schema)
  if (typeof value === 'string') {
    return format === 'date-time-edesk' && !isEdeskTime(value) ? [path.join('.')] : []
  }
  if (Array.isArray(value)) {
    return items
      ? value.flatMap((item, index) => wrongTimes(items, item, [...path, String(index)]))
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const next = propertyOf(schema, name)
    return next ? wrongTimes(next, part, [...path, name]) : []
  })
}

/** The attachment that a path leads to or into, if any. */
function attachmentAround(root: object, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length)
    if (schemaAt(root, part)['x-attachment']) return part.join('.')
  }
  return undefined
}

function schemaAt(root: object, path: readonly string[]): Schema {
  let schema: object = root
  for (const part of path) schema = propertyOf(schema, part) ?? resolved(schema).items ?? {}
  return { ...resolved(schema), ...schema }
}

function propertyOf(schema: object, name: string): object | undefined {
  const { properties } = resolved(schema)
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** A part of a JSON Pointer (RFC 6901). */
function unescaped(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
}
