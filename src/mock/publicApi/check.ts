import { isDay } from '../domain/edeskTime.ts'
import { type Parameter, type Route, resolved, validatorOf } from '../routes.ts'
import { codesOfBody } from './bodyCodes.ts'
import { type ErrorCode, notFound, unreadableBody, validationError } from './edeskError.ts'
import type { PageWanted } from './operation.ts'
import type { ReadBody } from './readBody.ts'

const defaultItems = 20
const mostItems = 100

/**
 * The ids in a path.
 *
 * @throws EdeskError 404 for what can be no id: text, 0, negative and huge numbers.
 */
export function checkPath(path: Readonly<Record<string, string>>): Record<string, number> {
  const entries = Object.entries(path).map(([name, text]) => {
    if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound()
    return [name, Number(text)]
  })
  return Object.fromEntries(entries) as Record<string, number>
}

/**
 * The query as the contract has it. Unknown names are ignored; a page or a number of items out of bounds is put right
 * (eDesk API facts, first table).
 *
 * @throws EdeskError 400 with all wrong filters at once.
 */
export function checkQuery(
  route: Route,
  given: URLSearchParams,
): Record<string, unknown> & PageWanted {
  const values: Record<string, unknown> = {}
  const codes: Record<string, ErrorCode> = {}
  for (const parameter of route.parameters.filter((candidate) => candidate.in === 'query')) {
    const text = given.get(parameter.name)
    if (text === null || isPaging(parameter.name)) continue
    const { value, code } = readParameter(parameter, text)
    values[parameter.name] = value
    if (code) codes[parameter.name] = code
  }
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return { ...values, ...pageWanted(given) }
}

/**
 * The body as the contract has it. Properties that it does not know are ignored, as the live service does.
 *
 * @throws EdeskError 400, with all wrong fields at once.
 */
export function checkBody(route: Route, { json, form, fault }: ReadBody): unknown {
  if (!route.body) return undefined
  if (fault !== undefined) throw unreadableBody(fault)
  if (form) return {}
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw unreadableBody('The body must be a JSON object.')
  }
  const codes = codesOfBody(route.body, json)
  if (Object.keys(codes).length > 0) throw validationError(codes)
  return json
}

function isPaging(name: string): boolean {
  return name === 'page' || name === 'itemsPerPage'
}

function pageWanted(given: URLSearchParams): PageWanted {
  const page = wholeNumber(given.get('page'))
  const items = wholeNumber(given.get('itemsPerPage'))
  return {
    page: Math.max(1, page ?? 1),
    itemsPerPage: items === undefined || items < 1 ? defaultItems : Math.min(items, mostItems),
  }
}

/** A whole number of any length; one that is too long to be exact is as near as can be, which is beyond all that there is. */
function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^-?\d+$/.test(text)) return undefined
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number(text), Number.MAX_SAFE_INTEGER))
}

function readParameter(
  { schema }: Parameter,
  text: string,
): { value: unknown; code: ErrorCode | undefined } {
  const { type, format } = resolved(schema)
  if (format === 'date') return { value: text, code: isDay(text) ? undefined : '4010' }
  const value = type === 'integer' ? wholeNumber(text) : text
  if (value === undefined) return { value, code: '4005' }
  const { valid, errors } = validatorOf(schema).validate(value)
  if (valid) return { value, code: undefined }
  return { value, code: errors.some(({ keyword }) => keyword === 'maxLength') ? '4020' : '4007' }
}
