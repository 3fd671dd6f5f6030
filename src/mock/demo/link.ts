import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import { type Fault, faultForms, faultOperations, formatFault, parseFault } from './faults.ts'

export const people = ['admin', 'agent', 'nobody'] as const
/** Whom a link logs in. */
export type Person = (typeof people)[number]

/** What a link asks for. What it does not name stays as the scenario has it. */
export interface DemoLink {
  scenario?: ScenarioName
  as?: Person
  /** What the tab's clock shows at first, ISO 8601. */
  now?: string
  /** How much longer each answer takes, in milliseconds. */
  latency?: number
  faults?: readonly Fault[]
  transport?: 'worker' | 'page'
  panel?: boolean
  tour?: boolean
  /** When the world's story begins, where not at the scenario's own time. */
  starts?: string
  /** What was done since then, to be done again (changesText.ts). */
  changes?: string
}

/** Something in a link that cannot be applied, and what could be in its place. */
export interface LinkProblem {
  key: string
  value: string
  allowed: readonly string[]
}

export class DemoLinkError extends Error {
  readonly problems: readonly LinkProblem[]

  constructor(problems: readonly LinkProblem[]) {
    const told = problems.map(
      ({ key, value, allowed }) => `${key}=${value} is not one of: ${allowed.join(', ')}`,
    )
    super(told.join('; '))
    this.name = 'DemoLinkError'
    this.problems = problems
  }
}

const longestLatency = 600_000
const time = 'a time such as 2026-12-31T23:59:50Z'

/** How each key is read: undefined is no value of it. */
const readers: Record<string, { allowed: readonly string[]; read: (text: string) => unknown }> = {
  demo: { allowed: scenarioNames, read: oneOf(scenarioNames) },
  'demo.as': { allowed: people, read: oneOf(people) },
  'demo.now': { allowed: [time], read: readTime },
  'demo.latency': { allowed: [`0 to ${longestLatency} (milliseconds)`], read: readLatency },
  'demo.transport': { allowed: ['worker', 'page'], read: oneOf(['worker', 'page']) },
  'demo.panel': { allowed: ['open'], read: (text) => (text === 'open' ? true : undefined) },
  'demo.tour': { allowed: ['1'], read: (text) => (text === '1' ? true : undefined) },
  'demo.starts': { allowed: [time], read: readTime },
  'demo.changes': {
    allowed: ['what “Copy link” writes'],
    read: (text) => (/^[\w-]+$/.test(text) ? text : undefined),
  },
}

const faultKey = 'demo.fault'
const propertyOf = (key: string) => (key === 'demo' ? 'scenario' : key.replace('demo.', ''))

/** Whether an address's parameter is one of a demo's link. */
export function isDemoKey(key: string): boolean {
  return key === 'demo' || key.startsWith('demo.')
}

/**
 * Reads a demo's link.
 *
 * @param parameters of the address; what does not belong to the demo is left alone.
 * @throws DemoLinkError with every key and value that is none, and what there is in its place.
 */
export function parseLink(parameters: URLSearchParams): DemoLink {
  const problems: LinkProblem[] = []
  const link: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [key, value] of parameters) {
    if (!isDemoKey(key)) continue
    if (key === faultKey) {
      const fault = parseFault(value)
      if (fault) faults.push(fault)
      else problems.push({ key, value, allowed: allowedFor(value) })
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

/** The link as it stands in an address after the `?`. */
export function formatLink(link: DemoLink): string {
  const pairs: [string, string][] = []
  const add = (key: string, value: string | number | undefined) => {
    if (value !== undefined) pairs.push([key, String(value)])
  }
  add('demo', link.scenario)
  add('demo.as', link.as)
  add('demo.now', link.now)
  add('demo.latency', link.latency)
  for (const fault of link.faults ?? []) add(faultKey, formatFault(fault))
  add('demo.transport', link.transport)
  add('demo.panel', link.panel ? 'open' : undefined)
  add('demo.tour', link.tour ? 1 : undefined)
  add('demo.starts', link.starts)
  add('demo.changes', link.changes)
  // Colons and the like may stand in a query as they are (RFC 3986, 3.4), and can be read so.
  return pairs.map(([key, value]) => `${key}=${readable(value)}`).join('&')
}

function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|40|2A)/g, decodeURIComponent)
}

/** For a fault that is none, what is wrong with it: its operation, or the rest of its form. */
function allowedFor(text: string): readonly string[] {
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

function readTime(text: string): string | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
  const milliseconds = form.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}

function readLatency(text: string): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number <= longestLatency ? number : undefined
}
