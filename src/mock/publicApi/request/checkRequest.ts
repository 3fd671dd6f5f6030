import { isCalendarDay } from '#src/shared/businessDay.ts'
import { containsKey } from '#src/shared/keysInText.ts'

import { findViolations } from '../../server/contract/violations.ts'
import { readQuery } from '../../server/http/queryParameters.ts'
import { type Parameter, type Route } from '../../server/contract/routes.ts'
import { resolveRef } from '../../server/contract/schemas.ts'
import { validateBody } from './validateBody.ts'
import {
  type ErrorCode,
  malformedBodyError,
  notFoundError,
  validationError,
} from '../edeskError.ts'
import type { Paging } from '../operation.ts'
import { parsePaging } from '../lists/pagination.ts'
import { parseInteger } from './parseInteger.ts'
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
 * limits, as in eDesk's API reference.
 *
 * @param search the query of the URL, with or without its question mark.
 * @throws EdeskError 400 that lists all invalid filters, or all that are sent twice.
 */
export function checkQuery(route: Route, search: string): Record<string, unknown> & Paging {
  const parameters = route.parameters.filter((candidate) => candidate.in === 'query')
  const query = readQuery(
    search,
    parameters.map(({ name }) => name),
  )
  if (query.violations.length > 0) {
    throw validationError(query.violations.map(({ detail }) => detail).join(' '))
  }
  const values: Record<string, unknown> = {}
  const codes: Record<string, ErrorCode> = {}
  for (const parameter of parameters) {
    const text = query.get(parameter.name)
    if (text === null || isPagingParameter(parameter.name)) continue
    const { value, code } = parseParameter(parameter, text)
    values[parameter.name] = value
    if (code) codes[parameter.name] = code
  }
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return { ...values, ...parsePaging(query) }
}

/**
 * Checks the body against the contract. Like the live service, it ignores properties that the contract does not define.
 *
 * @throws EdeskError 400 that lists all invalid fields.
 */
export function checkBody(route: Route, { json, form }: ReadBody): unknown {
  if (!route.body) return undefined
  if (form) return {}
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw malformedBodyError('The body must be a JSON object.')
  }
  const codes = validateBody(route.body, json)
  // A name that is too long is not searched.
  if (!codes.name && hasKeyAsName(json)) codes.name = '4007'
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return json
}

/** Refuses a key as a name, for example of a tag: names are shown in lists. The rule is ours. */
function hasKeyAsName({ name }: { name?: unknown }): boolean {
  return typeof name === 'string' && containsKey(name)
}

function isPagingParameter(name: string): boolean {
  return name === 'page' || name === 'itemsPerPage'
}

function parseParameter(
  { schema }: Parameter,
  text: string,
): { value: unknown; code: ErrorCode | undefined } {
  const { type, format } = resolveRef(schema)
  if (format === 'date') return { value: text, code: isCalendarDay(text) ? undefined : '4010' }
  const value = type === 'integer' ? parseInteger(text) : text
  if (value === undefined) return { value, code: '4005' }
  const [violation] = findViolations(schema, value)
  if (!violation) return { value, code: undefined }
  return { value, code: violation.kind === 'maxLength' ? '4020' : '4007' }
}
