import { tableNamed } from '../storage/storage.ts'
import type { DemoControl, SentRequest, ViewChange } from './demoControl.ts'
import { faultForms, formatFault, parseFault } from './faults.ts'

/** What each verb of the controls does with arguments that came as JSON, from anybody. */
const verbs = {
  state: (control) => control.state(),
  open: (control, [link]) => control.open(text(link, 'a link')),
  reset: (control) => control.reset(),
  setView: (control, [change]) => control.setView(viewChange(change)),
  nextExpiry: (control) => control.nextExpiry(),
  exchanges: (control, [from]) =>
    control.exchanges(from === undefined ? undefined : number(from, 'the number to begin with')),
  records: (control, [table]) => control.records(tableNamed(table)),
  send: (control, [request]) => control.send(sentRequest(request)),
  link: (control) => control.link(),
  export: (control) => control.export(),
  import: (control, [file]) => control.import(file),
  replay: (control, [file]) => control.replay(file),
} satisfies {
  [Verb in Exclude<keyof DemoControl, 'version'>]: (
    control: DemoControl,
    given: readonly unknown[],
  ) => ReturnType<DemoControl[Verb]>
}

const verbNames = Object.keys(verbs)

/**
 * Calls a verb of a demo's controls with arguments that were sent from elsewhere.
 *
 * @param given the arguments as JSON gives them.
 * @throws Error in words for a developer, where there is no such verb, or it cannot be done with these.
 */
export async function callVerb(
  control: DemoControl,
  verb: string,
  given: unknown,
): Promise<unknown> {
  const call = Object.entries(verbs).find(([name]) => name === verb)?.[1]
  if (!call) throw new Error(`There is no verb “${verb}”, but ${verbNames.join(', ')}.`)
  if (!Array.isArray(given)) throw new Error('The body is to be a JSON array of arguments.')
  return call(control, given)
}

function viewChange(value: unknown): ViewChange {
  const known = ['as', 'now', 'advance', 'latency', 'faults', 'panel']
  const { as, now, advance, latency, faults, panel } = fields(value, 'the change', known)
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(now === undefined ? {} : { now: now === null ? null : text(now, 'now') }),
    ...(advance === undefined ? {} : { advance: number(advance, 'advance') }),
    ...(latency === undefined ? {} : { latency: number(latency, 'latency') }),
    ...(faults === undefined ? {} : { faults: list(faults, 'faults').map(checkedFault) }),
    ...(panel === undefined ? {} : { panel: truth(panel, 'panel') }),
  }
}

/** A fault is one when it can be written in a link and read again. */
function checkedFault(value: unknown) {
  const { operation, what, when } = fields(value, 'a fault', ['operation', 'what', 'when'])
  const fault = parseFault(formatFault({ operation, what, when } as never))
  if (fault) return fault
  throw new Error(
    `${JSON.stringify(value)} is no fault. What: ${faultForms.what.join(', ')}; ` +
      `when: ${faultForms.when.join(', ')}; each as in a link's createToken:503@1, parsed.`,
  )
}

function sentRequest(value: unknown): SentRequest {
  const known = ['as', 'key', 'method', 'path', 'body', 'headers']
  const { as, key, method, path, body, headers = {} } = fields(value, 'the request', known)
  const pairs = Object.entries(fields(headers, 'headers'))
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(key === undefined ? {} : { key: text(key, 'key') }),
    method: text(method, 'method'),
    path: text(path, 'path'),
    ...(body === undefined ? {} : { body }),
    headers: Object.fromEntries(pairs.map(([name, given]) => [name, text(given, name)])),
  }
}

function fields(value: unknown, what: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${upper(what)} is to be an object.`)
  }
  const strange = Object.keys(value).find((name) => known && !known.includes(name))
  if (strange !== undefined) {
    throw new Error(`There is no “${strange}” in ${what}, but ${known?.join(', ') ?? ''}.`)
  }
  return value as Record<string, unknown>
}

function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${upper(what)} is to be an array.`)
}

function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new Error(`${upper(what)} is to be a text.`)
}

function number(value: unknown, what: string): number {
  if (typeof value === 'number') return value
  throw new Error(`${upper(what)} is to be a number.`)
}

function truth(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value
  throw new Error(`${upper(what)} is to be true or false.`)
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
