import { itemsPerPage } from '#src/api/generated/values.ts'
import { isCalendarDay } from '#src/shared/calendarDay.ts'

import { type Parameter, type Route, resolveRef, validatorOf } from '../server/routes.ts'
import { validateBody } from './validateBody.ts'
import { type ErrorCode, notFoundError, malformedBodyError, validationError } from './edeskError.ts'
import type { Paging } from './operation.ts'
import type { ReadBody } from './readBody.ts'

/**
 * Parses the ids in a path.
 *
 * @throws EdeskError 404 for a value that cannot be an id: text, 0, a negative or a huge number.
 */
export function checkPath(path: Readonly<Record<string, string>>): Record<string, number> {
  const entries = Object.entries(path).map(([name, text]) => {
    if (!/^[1-9]\d{0,14}$/.test(text)) throw notFoundError()
    return [name, Number(text)]
  })
  return Object.fromEntries(entries) as Record<string, number>
}

/**
 * Parses the query parameters that the contract defines and ignores all others. `page` and `itemsPerPage` are clamped to their
 * limits (eDesk API facts, first table).
 *
 * @throws EdeskError 400 that lists all invalid filters.
 */
export function checkQuery(
  route: Route,
  searchParams: URLSearchParams,
): Record<string, unknown> & Paging {
  const values: Record<string, unknown> = {}
  const codes: Record<string, ErrorCode> = {}
  for (const parameter of route.parameters.filter((candidate) => candidate.in === 'query')) {
    const text = searchParams.get(parameter.name)
    if (text === null || isPagingParameter(parameter.name)) continue
    const { value, code } = parseParameter(parameter, text)
    values[parameter.name] = value
    if (code) codes[parameter.name] = code
  }
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return { ...values, ...parsePaging(searchParams) }
}

/**
 * Checks the body against the contract. Like the live service, it ignores properties that the contract does not define.
 *
 * @throws EdeskError 400 that lists all invalid fields.
 */
export function checkBody(route: Route, { json, form, error }: ReadBody): unknown {
  if (!route.body) return undefined
  if (error !== undefined) throw malformedBodyError(error)
  if (form) return {}
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw malformedBodyError('The body must be a JSON object.')
  }
  const codes = validateBody(route.body, json)
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return json
}

function isPagingParameter(name: string): boolean {
  return name === 'page' || name === 'itemsPerPage'
}

function parsePaging(searchParams: URLSearchParams): Paging {
  const page = parseInteger(searchParams.get('page'))
  const items = parseInteger(searchParams.get('itemsPerPage'))
  return {
    page: Math.max(1, page ?? 1),
    itemsPerPage:
      items === undefined || items < 1
        ? itemsPerPage.default
        : Math.min(items, itemsPerPage.maximum),
  }
}

/** Parses an integer of any length. Values beyond the safe range are clamped to it: no id and no page is that large. */
function parseInteger(text: string | null): number | undefined {
  if (text === null || !/^-?\d+$/.test(text)) return undefined
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number(text), Number.MAX_SAFE_INTEGER))
}

function parseParameter(
  { schema }: Parameter,
  text: string,
): { value: unknown; code: ErrorCode | undefined } {
  const { type, format } = resolveRef(schema)
  if (format === 'date') return { value: text, code: isCalendarDay(text) ? undefined : '4010' }
  const value = type === 'integer' ? parseInteger(text) : text
  if (value === undefined) return { value, code: '4005' }
  const { valid, errors } = validatorOf(schema).validate(value)
  if (valid) return { value, code: undefined }
  return { value, code: errors.some(({ keyword }) => keyword === 'maxLength') ? '4020' : '4007' }
}
