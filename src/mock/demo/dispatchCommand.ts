import { parseTableName } from './schema.ts'
import type { DemoControl, PreparedAnswer, SentRequest, ViewChange } from './demoControl.ts'
import { checkFault, faultForms } from './faults.ts'

/** Calls each command with arguments from untrusted JSON. */
const commands = {
  state: (control) => control.state(),
  open: (control, [link]) => control.open(text(link, 'a link')),
  reset: (control) => control.reset(),
  setView: (control, [change]) => control.setView(viewChange(change)),
  nextExpiry: (control) => control.nextExpiry(),
  exchanges: (control, [from]) =>
    control.exchanges(from === undefined ? undefined : number(from, 'the first number')),
  records: (control, [table]) => control.records(parseTableName(table)),
  send: (control, [request]) => control.send(sentRequest(request)),
  link: (control) => control.link(),
  export: (control) => control.export(),
  import: (control, [file]) => control.import(file),
  replay: (control, [file]) => control.replay(file),
} satisfies {
  [Verb in Exclude<keyof DemoControl, 'version'>]: (
    control: DemoControl,
    args: readonly unknown[],
  ) => ReturnType<DemoControl[Verb]>
}

const verbNames = Object.keys(commands)

/**
 * Validates arguments from an HTTP client or another page and calls a command of the demo control.
 *
 * @param args the parsed JSON arguments.
 * @throws Error with a message for developers if the command does not exist or its arguments are invalid.
 */
export async function dispatchCommand(
  control: DemoControl,
  verb: string,
  args: unknown,
): Promise<unknown> {
  const call = Object.entries(commands).find(([name]) => name === verb)?.[1]
  if (!call) throw new Error(`Unknown command “${verb}”. Available: ${verbNames.join(', ')}.`)
  if (!Array.isArray(args)) throw new Error('The body must be a JSON array of arguments.')
  return call(control, args)
}

function viewChange(value: unknown): ViewChange {
  const times = ['now', 'advance', 'clock']
  const allowed = ['as', ...times, 'latency', 'faults', 'answers', 'held', 'panel']
  const change = fields(value, 'the change', allowed)
  const { as, now, advance, clock, latency, faults, answers, held, panel } = change
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(now === undefined ? {} : { now: now === null ? null : text(now, 'now') }),
    ...(advance === undefined ? {} : { advance: number(advance, 'advance') }),
    ...(clock === undefined ? {} : { clock: clockMovement(clock) }),
    ...(latency === undefined ? {} : { latency: number(latency, 'latency') }),
    ...(faults === undefined ? {} : { faults: list(faults, 'faults').map(validFault) }),
    ...(answers === undefined ? {} : { answers: list(answers, 'answers').map(preparedAnswer) }),
    ...(held === undefined
      ? {}
      : { held: list(held, 'held').map((name) => text(name, 'an operation')) }),
    ...(panel === undefined ? {} : { panel: boolean(panel, 'panel') }),
  }
}

function clockMovement(value: unknown): 'running' | 'still' {
  if (value === 'running' || value === 'still') return value
  throw new Error('Clock must be "running" or "still".')
}

function preparedAnswer(value: unknown): PreparedAnswer {
  const allowed = ['operation', 'status', 'body', 'headers']
  const { operation, status, body, headers } = fields(value, 'an answer', allowed)
  return {
    operation: text(operation, 'operation'),
    status: number(status, 'status'),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers: texts(headers) }),
  }
}

function texts(value: unknown): Record<string, string> {
  const pairs = Object.entries(fields(value, 'headers'))
  return Object.fromEntries(pairs.map(([name, header]) => [name, text(header, name)]))
}

function validFault(value: unknown) {
  const fault = checkFault(fields(value, 'a fault', ['operation', 'what', 'when']))
  if (fault) return fault
  throw new Error(
    `${JSON.stringify(value)} is not a valid fault. what: ${faultForms.what.join(', ')}; ` +
      `when: ${faultForms.when.join(', ')}; each as in a link's createToken:503@1, parsed.`,
  )
}

function sentRequest(value: unknown): SentRequest {
  const allowed = ['as', 'key', 'method', 'path', 'body', 'headers', 'record']
  const {
    as,
    key,
    method,
    path,
    body,
    headers = {},
    record,
  } = fields(value, 'the request', allowed)
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(key === undefined ? {} : { key: text(key, 'key') }),
    method: text(method, 'method'),
    path: text(path, 'path'),
    ...(body === undefined ? {} : { body }),
    headers: texts(headers),
    ...(record === undefined ? {} : { record: boolean(record, 'record') }),
  }
}

function fields(
  value: unknown,
  what: string,
  allowed?: readonly string[],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${capitalize(what)} must be an object.`)
  }
  const unknownName = Object.keys(value).find((name) => allowed && !allowed.includes(name))
  if (unknownName !== undefined) {
    throw new Error(
      `Unknown property “${unknownName}” in ${what}. Allowed: ${allowed?.join(', ') ?? ''}.`,
    )
  }
  return value as Record<string, unknown>
}

function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${capitalize(what)} must be an array.`)
}

function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new Error(`${capitalize(what)} must be a string.`)
}

function number(value: unknown, what: string): number {
  if (typeof value === 'number') return value
  throw new Error(`${capitalize(what)} must be a number.`)
}

function boolean(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value
  throw new Error(`${capitalize(what)} must be true or false.`)
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
