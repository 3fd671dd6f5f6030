import { managementRoutes } from '#src/api/generated/managementContract.ts'
import { publicPaths } from '#src/api/generated/publicPaths.ts'

import { sha256 } from '../domain/sha256.ts'

/** An injected fault: the affected operation, what goes wrong, and when. */
export interface Fault {
  /** An operation of the contract, or `*` for all. */
  operation: string
  what: FaultKind
  when: FaultTime
}

/**
 * What goes wrong:
 * - a number: the HTTP status of the response; the operation does not run.
 * - `late`: the response takes longer, in milliseconds.
 * - `lost`: the request does not arrive.
 * - `lost-after-commit`, `rubbish`: the operation runs, but its response is lost or damaged.
 * - `never`: there is no response.
 * - `overtaken`: another Admin changes the token just before the operation runs.
 * - `session-ends`: the session ends just before the operation runs.
 */
export type FaultKind = number | { late: number } | (typeof namedFaultKinds)[number]
/** The nth call of the operation, every nth call, each call with a probability in percent, or always. */
export type FaultTime = { nth: number } | { every: number } | { chance: number } | 'always'

export const namedFaultKinds = [
  'lost',
  'lost-after-commit',
  'rubbish',
  'never',
  'overtaken',
  'session-ends',
] as const

/** The longest latency of a demo and of a late response, in milliseconds. */
export const maxLatencyMs = 600_000

/** The limits of the numbers in a fault. */
export const faultLimits = {
  status: { min: 400, max: 599 },
  late: { min: 1, max: maxLatencyMs },
  nth: { min: 1, max: 1_000_000 },
  every: { min: 1, max: 1_000_000 },
  chance: { min: 1, max: 100 },
} as const

/** The valid forms of a fault, for error messages. */
export const faultForms = {
  what: ['an HTTP status from 400 to 599', 'late-{ms}', ...namedFaultKinds],
  when: ['{n} (the nth call)', 'every-{n}', 'chance-{percent}', 'always'],
}

/** The operations of each API, in the order of the contract. */
export const operationsByApi: Readonly<Record<'management' | 'public', readonly string[]>> = {
  management: managementRoutes.map(({ operationId }) => operationId),
  public: publicPaths.map(({ operationId }) => operationId),
}

/** The operations that a fault can name. */
export const faultOperations: readonly string[] = [
  '*',
  ...operationsByApi.management,
  ...operationsByApi.public,
]

/** Parses a fault such as `createToken:503@1`. @returns undefined if the text is not a valid fault. */
export function parseFault(text: string): Fault | undefined {
  const [, operation = '', kind = '', time = 'always'] =
    /^([\w*]+):([\w-]+)(?:@([\w-]+))?$/.exec(text) ?? []
  const what = parseKind(kind)
  const when = parseTime(time)
  if (!faultOperations.includes(operation) || what === undefined || !when) return undefined
  return { operation, what, when }
}

/** Checks a fault that is an object. @returns undefined if it is not valid: then no text of a link describes it. */
export function checkFault(value: unknown): Fault | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { what = null, when = null } = value as { what?: unknown; when?: unknown }
  if (what === null || (when !== 'always' && (typeof when !== 'object' || when === null)))
    return undefined
  return parseFault(formatFault(value as Fault))
}

/** Formats a fault for a link: `createToken:503@1`. */
export function formatFault({ operation, what, when }: Fault): string {
  return `${operation}:${formatKind(what)}@${formatTime(when)}`
}

/** The number of calls of each operation since the faults were set. */
export type CallCounts = Readonly<Record<string, number>>

/**
 * Returns the first fault that applies to a call, if any.
 *
 * @param counts the number of earlier calls of each operation; see `incrementCounts`.
 * @param seed makes the probabilities reproducible.
 */
export function findFault(
  faults: readonly Fault[],
  operation: string,
  counts: CallCounts,
  seed: string,
): Fault | undefined {
  return faults.find((fault) => {
    if (fault.operation !== '*' && fault.operation !== operation) return false
    const call = (counts[fault.operation] ?? 0) + 1
    return isDue(fault.when, call, `${seed} ${formatFault(fault)}`)
  })
}

/** Returns the counts after a call of `operation`. */
export function incrementCounts(counts: CallCounts, operation: string): CallCounts {
  return {
    ...counts,
    '*': (counts['*'] ?? 0) + 1,
    [operation]: (counts[operation] ?? 0) + 1,
  }
}

function isDue(when: FaultTime, call: number, seed: string): boolean {
  if (when === 'always') return true
  if ('nth' in when) return call === when.nth
  if ('every' in when) return call % when.every === 0
  const random = Number.parseInt(sha256(`${seed} ${call}`).slice(0, 8), 16) / 2 ** 32
  return random * 100 < when.chance
}

function parseKind(text: string): FaultKind | undefined {
  const named = namedFaultKinds.find((kind) => kind === text)
  if (named) return named
  const late = parseInteger(
    /^late-(\d+)$/.exec(text)?.[1],
    faultLimits.late.min,
    faultLimits.late.max,
  )
  if (late !== undefined) return { late }
  return parseInteger(text, faultLimits.status.min, faultLimits.status.max)
}

function parseTime(text: string): FaultTime | undefined {
  if (text === 'always') return 'always'
  const [, word = 'nth', digits] = /^(?:(every|chance)-)?(\d+)$/.exec(text) ?? []
  const { min, max } = word === 'chance' ? faultLimits.chance : faultLimits.nth
  const number = parseInteger(digits, min, max)
  if (number === undefined) return undefined
  if (word === 'every') return { every: number }
  return word === 'chance' ? { chance: number } : { nth: number }
}

function formatKind(what: FaultKind): string {
  return typeof what === 'object' ? `late-${what.late}` : String(what)
}

function formatTime(when: FaultTime): string {
  if (when === 'always') return when
  if ('nth' in when) return String(when.nth)
  return 'every' in when ? `every-${when.every}` : `chance-${when.chance}`
}

function parseInteger(text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined
  const number = Number(text)
  return number >= min && number <= max ? number : undefined
}
