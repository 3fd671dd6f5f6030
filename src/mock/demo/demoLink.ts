import type { components } from '#src/api/generated/schema.ts'
import { languageValues } from '#src/api/generated/values.ts'

import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import {
  type Fault,
  faultForms,
  faultOperations,
  formatFault,
  maxLatencyMs,
  parseFault,
} from './faults.ts'
import { demoAddressForm, parseDemoAddress } from './parseDemoAddress.ts'
import { isDemoParameter } from './isDemoParameter.ts'

type Language = components['schemas']['Language']

export const people = ['admin', 'agent', 'nobody'] as const
/** A role of a scenario, or nobody. */
export type Person = (typeof people)[number]
/** The user that a link logs in: by role, or any user by email. */
export type PersonOrEmail = Person | (string & {})

/** The parameters of a demo link. The scenario provides the default of each omitted one. */
export interface DemoLink {
  scenario?: ScenarioName
  as?: PersonOrEmail
  /** The initial time of the tab's clock, ISO 8601. */
  now?: string
  /** Whether the tab's clock stands still. */
  clock?: 'still'
  /** The IP address that the requests of the tab come from. */
  from?: string
  /** Additional latency of each response, in milliseconds. */
  latency?: number
  faults?: readonly Fault[]
  transport?: 'worker' | 'page'
  /** The language of the tab. The page reads it before the backend starts. */
  lang?: Language
  panel?: boolean
  tour?: boolean
  /** The world's start time, if it differs from the scenario's. */
  starts?: string
  /** The requests to replay after the start (changesCodec.ts). */
  changes?: string
}

/** An invalid parameter of a link, with the allowed values. */
export interface LinkProblem {
  key: string
  value: string
  allowed: readonly string[]
}

export class DemoLinkError extends Error {
  readonly problems: readonly LinkProblem[]

  constructor(problems: readonly LinkProblem[]) {
    const messages = problems.map(
      ({ key, value, allowed }) => `${key}=${value} is not one of: ${allowed.join(', ')}`,
    )
    super(messages.join('; '))
    this.name = 'DemoLinkError'
    this.problems = problems
  }
}

/** Values that no list can name, in words. The page that shows an invalid link has its own words for them. */
export const valuesInWords = {
  email: 'the email address of a user',
  time: 'a time such as 2026-12-31T23:59:50Z',
  address: demoAddressForm,
  latency: `0 to ${maxLatencyMs} (milliseconds)`,
  changes: 'a value created by “Copy link”',
} as const

/** The parser of each key. It returns undefined for an invalid value. */
const readers: Record<string, { allowed: readonly string[]; read: (text: string) => unknown }> = {
  demo: { allowed: scenarioNames, read: oneOf(scenarioNames) },
  'demo.as': { allowed: [...people, valuesInWords.email], read: readPerson },
  'demo.now': { allowed: [valuesInWords.time], read: readTime },
  'demo.clock': { allowed: ['still'], read: oneOf(['still']) },
  'demo.from': { allowed: [valuesInWords.address], read: parseDemoAddress },
  'demo.latency': { allowed: [valuesInWords.latency], read: readLatency },
  'demo.transport': { allowed: ['worker', 'page'], read: oneOf(['worker', 'page']) },
  'demo.lang': { allowed: languageValues, read: oneOf(languageValues) },
  'demo.panel': { allowed: ['open'], read: (text) => (text === 'open' ? true : undefined) },
  'demo.tour': { allowed: ['1'], read: (text) => (text === '1' ? true : undefined) },
  'demo.starts': { allowed: [valuesInWords.time], read: readTime },
  'demo.changes': {
    allowed: [valuesInWords.changes],
    read: (text) => (/^[\w-]+$/.test(text) ? text : undefined),
  },
}

const faultKey = 'demo.fault'
const propertyOf = (key: string) => (key === 'demo' ? 'scenario' : key.replace('demo.', ''))

/**
 * Parses a demo link.
 *
 * @param parameters the query parameters of the page; all others are ignored.
 * @throws DemoLinkError with all invalid parameters and their allowed values.
 */
export function parseLink(parameters: URLSearchParams): DemoLink {
  const problems: LinkProblem[] = []
  const link: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [key, value] of parameters) {
    if (!isDemoParameter(key)) continue
    if (key === faultKey) {
      const fault = parseFault(value)
      if (fault) faults.push(fault)
      else problems.push({ key, value, allowed: allowedFaults(value) })
      continue
    }
    const reader = readers[key]
    const read = reader?.read(value)
    if (!reader) problems.push({ key, value, allowed: [...Object.keys(readers), faultKey] })
    else if (read === undefined) problems.push({ key, value, allowed: reader.allowed })
    else link[propertyOf(key)] = read
  }
  if (problems.length > 0) throw new DemoLinkError(problems)
  return { ...link, ...(faults.length > 0 ? { faults } : {}) }
}

/** Formats a link as a query string. */
export function formatLink(link: DemoLink): string {
  const pairs: [string, string][] = []
  const add = (key: string, value: string | number | undefined) => {
    if (value !== undefined) pairs.push([key, String(value)])
  }
  add('demo', link.scenario)
  add('demo.as', link.as)
  add('demo.now', link.now)
  add('demo.clock', link.clock)
  add('demo.from', link.from)
  add('demo.latency', link.latency)
  for (const fault of link.faults ?? []) add(faultKey, formatFault(fault))
  add('demo.transport', link.transport)
  add('demo.lang', link.lang)
  add('demo.panel', link.panel ? 'open' : undefined)
  add('demo.tour', link.tour ? 1 : undefined)
  add('demo.starts', link.starts)
  add('demo.changes', link.changes)
  // RFC 3986, section 3.4, allows `:`, `@` and `*` unescaped in a query, which is easier to read.
  return pairs.map(([key, value]) => `${key}=${readable(value)}`).join('&')
}

function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|40|2A)/g, decodeURIComponent)
}

/** Returns the allowed operations for an invalid fault or, if its operation is valid, the allowed forms. */
function allowedFaults(text: string): readonly string[] {
  const operation = text.split(':')[0] ?? ''
  if (!faultOperations.includes(operation)) return faultOperations
  return [
    `${operation}:{what}@{when}`,
    ...faultForms.what,
    ...faultForms.when.map((form) => `@${form}`),
  ]
}

function oneOf<Value extends string>(values: readonly Value[]) {
  return (text: string) => values.find((value) => value === text)
}

function readPerson(text: string): string | undefined {
  return /^[^@\s]+@[^@\s]+$/.test(text) ? text : people.find((person) => person === text)
}

function readTime(text: string): string | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
  const milliseconds = form.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}

/** Whether a value is a latency, in milliseconds. */
export function isLatency(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxLatencyMs
}

function readLatency(text: string): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number <= maxLatencyMs ? number : undefined
}
