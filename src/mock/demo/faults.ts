import { routes } from '#src/api/generated/contract.ts'

import { sha256 } from '../domain/sha256.ts'

/** Something that goes wrong on purpose: at which operation, what, and when. */
export interface Fault {
  /** An operation of the contract, or `*` for every one. */
  operation: string
  what: FaultKind
  when: FaultTime
}

/**
 * What goes wrong. A number is an HTTP status that is answered in place of carrying the call out. `lost` never arrives;
 * `lost-after-commit` and `rubbish` are carried out, and the answer gets lost or damaged; `overtaken` has another Admin change
 * the token right before; `session-ends` ends the session right before.
 */
export type FaultKind = number | { late: number } | (typeof namedKinds)[number]
/** At the nth call of the operation, at every nth, at each with a chance in percent, or always. */
export type FaultTime = { nth: number } | { every: number } | { chance: number } | 'always'

export const namedKinds = [
  'lost',
  'lost-after-commit',
  'rubbish',
  'never',
  'overtaken',
  'session-ends',
] as const

/** The forms that a fault may be written in, for people who have written another. */
export const faultForms = {
  what: ['an HTTP status from 400 to 599', 'late-{ms}', ...namedKinds],
  when: ['{n} (the nth call)', 'every-{n}', 'chance-{percent}', 'always'],
}

/** The operations of each API, in the order of the contract. */
export const operationsByApi: Readonly<Record<'management' | 'public', readonly string[]>> = {
  management: operationsOf('management'),
  public: operationsOf('public'),
}

/** What faults can be at. */
export const faultOperations: readonly string[] = [
  '*',
  ...operationsByApi.management,
  ...operationsByApi.public,
]

/** @returns the fault of a text such as `createToken:503@1`; undefined where it is none. */
export function parseFault(text: string): Fault | undefined {
  const [, operation = '', kind = '', time = 'always'] =
    /^([\w*]+):([\w-]+)(?:@([\w-]+))?$/.exec(text) ?? []
  const what = parseKind(kind)
  const when = parseTime(time)
  if (!faultOperations.includes(operation) || what === undefined || !when) return undefined
  return { operation, what, when }
}

/** The fault as it is written in a link: `createToken:503@1`. */
export function formatFault({ operation, what, when }: Fault): string {
  return `${operation}:${formatKind(what)}@${formatTime(when)}`
}

/** How often each operation was called, by name, since the faults were set. */
export type CallCounts = Readonly<Record<string, number>>

/**
 * The fault that strikes a call, if one does: the first that fits.
 *
 * @param counts how often each operation was called before; see `counted`.
 * @param seed what chances are drawn from, so that they are the same each time.
 */
export function strikingFault(
  faults: readonly Fault[],
  operation: string,
  counts: CallCounts,
  seed: string,
): Fault | undefined {
  return faults.find((fault) => {
    if (fault.operation !== '*' && fault.operation !== operation) return false
    const call = (counts[fault.operation] ?? 0) + 1
    return isTime(fault.when, call, `${seed} ${formatFault(fault)}`)
  })
}

/** The counts after a call of `operation`. */
export function counted(counts: CallCounts, operation: string): CallCounts {
  return {
    ...counts,
    '*': (counts['*'] ?? 0) + 1,
    [operation]: (counts[operation] ?? 0) + 1,
  }
}

function operationsOf(api: 'management' | 'public'): string[] {
  return routes.filter(({ surface }) => surface === api).map(({ operationId }) => operationId)
}

function isTime(when: FaultTime, call: number, seed: string): boolean {
  if (when === 'always') return true
  if ('nth' in when) return call === when.nth
  if ('every' in when) return call % when.every === 0
  const drawn = Number.parseInt(sha256(`${seed} ${call}`).slice(0, 8), 16) / 2 ** 32
  return drawn * 100 < when.chance
}

function parseKind(text: string): FaultKind | undefined {
  const named = namedKinds.find((kind) => kind === text)
  if (named) return named
  const late = wholeNumber(/^late-(\d+)$/.exec(text)?.[1], 1, 600_000)
  if (late !== undefined) return { late }
  return wholeNumber(text, 400, 599)
}

function parseTime(text: string): FaultTime | undefined {
  if (text === 'always') return 'always'
  const [, word = 'nth', digits] = /^(?:(every|chance)-)?(\d+)$/.exec(text) ?? []
  const number = wholeNumber(digits, 1, word === 'chance' ? 100 : 1_000_000)
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

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined
  const number = Number(text)
  return number >= least && number <= most ? number : undefined
}
