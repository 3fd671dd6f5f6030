import type { Violation } from '../../server/contract/findings.ts'
import { findViolations } from '../../server/contract/violations.ts'
import type { Schema } from '../../server/contract/schemas.ts'
import { type ErrorCode, malformedBodyError } from '../edeskError.ts'

type Codes = Record<string, ErrorCode>

/**
 * Validates a body and returns eDesk's error codes by field. A nested field is named by its path:
 * `order_items.0.sku`. Only the first error of a field is reported; values of the wrong type come first.
 *
 * @throws EdeskError 400 if the body itself has too many properties.
 */
export function validateBody(schema: object, body: object): Codes {
  const codes: Codes = {}
  const violations = findViolations(schema, body)
  const isType = ({ kind }: Violation) => kind === 'type'
  for (const violation of [
    ...violations.filter(isType),
    ...violations.filter((violation) => !isType(violation)),
  ]) {
    if (violation.kind === 'maxProperties' && violation.path.length === 0) {
      throw malformedBodyError('The body has too many properties.')
    }
    codes[fieldOf(violation)] ??= codeOf(violation)
  }
  return codes
}

function fieldOf({ kind, path, attachment }: Violation): string {
  // The contract has one choice: an order's contact is given either by id or as a new contact.
  if (kind === 'oneOf') return 'contact'
  return (isWrongAttachment(kind) && attachment ? attachment : path).join('.')
}

function isWrongAttachment(kind: Violation['kind']): boolean {
  return kind === 'required' || kind === 'type'
}

function codeOf({ kind, schema, attachment }: Violation): ErrorCode {
  if (isWrongAttachment(kind) && attachment) return '4019'
  switch (kind) {
    case 'required':
      return '4001'
    case 'type':
      return codeOfType(schema)
    case 'maxLength':
      return '4020'
    case 'format':
    case 'pattern':
      return codeOfFormat(schema)
    default:
      return '4007'
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
  if (schema.format === 'date-time-edesk') return '4010'
  if (schema.format === 'uri') return '4011'
  if (schema.format === 'email') return '4021'
  const types = [schema.type ?? []].flat()
  return types.includes('integer') || types.includes('number') ? '4005' : '4007'
}
