import type { OutputUnit } from '@cfworker/json-schema'

import { isEdeskTime } from '../domain/edeskTime.ts'
import { resolveRef, type Schema, validatorOf } from '../server/routes.ts'
import type { ErrorCode } from './edeskError.ts'

type Codes = Record<string, ErrorCode>

/** Maximum length of a list in a body. The limit is ours: each item is validated and may get an error code. */
const maxListItems = 1000

/**
 * Validates a body and returns eDesk's error codes by field (eDesk API facts, "Errors"). A nested field is named by its path:
 * `order_items.0.sku`.
 */
export function validateBody(schema: object, body: object): Codes {
  const tooLong = Object.entries(body).filter(([, value]) => isTooLong(value))
  if (tooLong.length > 0) return Object.fromEntries(tooLong.map(([field]) => [field, '4007']))
  const { errors } = validatorOf(schema).validate(body)
  const codes: Codes = {}
  // Only the first error of a field is reported. Order of precedence: wrong type, then any other error, then `oneOf`.
  const ordered = [...errors].sort((a, b) => precedence(a) - precedence(b))
  for (const error of ordered) {
    const found = codeOf(schema, error)
    if (found && !(found.field in codes)) codes[found.field] = found.code
  }
  for (const field of invalidTimes(schema, body, [])) codes[field] ??= '4010'
  return codes
}

function isTooLong(value: unknown): boolean {
  return Array.isArray(value) && value.length > maxListItems
}

function precedence({ keyword }: OutputUnit): number {
  if (keyword === 'type') return 0
  return keyword === 'oneOf' ? 2 : 1
}

function codeOf(
  root: object,
  { keyword, instanceLocation, error }: OutputUnit,
): { field: string; code: ErrorCode } | undefined {
  const path = instanceLocation.split('/').slice(1).map(unescapePointer)
  const schema = schemaAt(root, path)
  const field = path.join('.')
  const attachment = enclosingAttachment(root, path)
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
      return { field, code: codeOfFormat(schema) }
    case 'oneOf':
      // The contract has one choice: an order's contact is given either by id or as a new contact.
      return path.length === 0 ? { field: 'contact', code: '4007' } : undefined
    default:
      // The parent of one of the errors above; it adds no information.
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

function codeOfFormat(schema: Schema): ErrorCode {
  if (schema['x-image-url']) return '4012'
  if (schema.format === 'uri') return '4011'
  if (schema.format === 'email') return '4021'
  const types = [schema.type ?? []].flat()
  return types.includes('integer') || types.includes('number') ? '4005' : '4007'
}

/** Finds the fields that must contain a time in eDesk's format and do not. JSON Schema has no such format. */
function invalidTimes(schema: object, value: unknown, path: readonly string[]): string[] {
  const { format, items } = resolveRef(schema)
  if (typeof value === 'string') {
    return format === 'date-time-edesk' && !isEdeskTime(value) ? [path.join('.')] : []
  }
  if (Array.isArray(value)) {
    return items
      ? value.flatMap((item, index) => invalidTimes(items, item, [...path, String(index)]))
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const next = propertyOf(schema, name)
    return next ? invalidTimes(next, part, [...path, name]) : []
  })
}

/** Returns the path of the attachment that a path points to or into, if any. */
function enclosingAttachment(root: object, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length)
    if (schemaAt(root, part)['x-attachment']) return part.join('.')
  }
  return undefined
}

function schemaAt(root: object, path: readonly string[]): Schema {
  let schema: object = root
  for (const part of path) schema = propertyOf(schema, part) ?? resolveRef(schema).items ?? {}
  return { ...resolveRef(schema), ...schema }
}

function propertyOf(schema: object, name: string): object | undefined {
  const { properties } = resolveRef(schema)
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** Decodes a segment of a JSON Pointer (RFC 6901). */
function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
}
