import { contractOperations } from './contractOperations.ts'
import { demoAddress } from './parseDemoAddress.ts'
import type { PreparedAnswer, ViewChange } from './demoControl.ts'
import { checkFault, type Fault, faultForms, faultOperations, parseFault } from './faults.ts'
import { boolean, fields, list, number, text, texts } from './untrustedValues.ts'

const names = [
  'as',
  'now',
  'advance',
  'clock',
  'address',
  'latency',
  'faults',
  'answers',
  'held',
  'panel',
] as const satisfies readonly (keyof ViewChange)[]

/**
 * Checks a change of a view, which TypeScript may not have checked.
 *
 * @throws Error that lists the valid names or values.
 */
export function checkViewChange(value: unknown): ViewChange {
  const change = fields(value, 'the change', names)
  const { as, now, advance, clock, address, latency, faults, answers, held, panel } = change
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(now === undefined ? {} : { now: now === null ? null : text(now, 'now') }),
    ...(advance === undefined ? {} : { advance: number(advance, 'advance') }),
    ...(clock === undefined ? {} : { clock: clockMovement(clock) }),
    ...(address === undefined ? {} : { address: address === null ? null : demoAddress(address) }),
    ...(latency === undefined ? {} : { latency: number(latency, 'latency') }),
    ...(faults === undefined ? {} : { faults: list(faults, 'faults').map(validFault) }),
    ...(answers === undefined ? {} : { answers: list(answers, 'answers').map(preparedAnswer) }),
    ...(held === undefined ? {} : { held: list(held, 'held').map((name) => operation(name)) }),
    ...(panel === undefined ? {} : { panel: boolean(panel, 'panel') }),
  }
}

function clockMovement(value: unknown): 'running' | 'still' {
  if (value === 'running' || value === 'still') return value
  throw new Error('Clock must be "running" or "still".')
}

function preparedAnswer(value: unknown): PreparedAnswer {
  const answer = fields(value, 'an answer', ['operation', 'status', 'body', 'headers'])
  const { status, body, headers } = answer
  return {
    operation: operation(answer.operation),
    status: number(status, 'status'),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers: texts(headers) }),
  }
}

function validFault(value: unknown): Fault {
  if (typeof value === 'string') throw new Error(`A fault must be an object${exampleFor(value)}.`)
  const given = fields(value, 'a fault', ['operation', 'what', 'when'])
  const fault = checkFault(given)
  if (fault) return fault
  operation(given.operation, faultOperations)
  throw new Error(
    `${JSON.stringify(value)} is not a valid fault. what: ${faultForms.what.join(', ')}; ` +
      `when: ${faultForms.when.join(', ')}; each as in a link's createToken:503@1, parsed.`,
  )
}

/** Returns the object for a fault that is written as in a link. */
function exampleFor(written: string): string {
  const fault = parseFault(written) ?? parseFault('createToken:503@1')
  return `, such as ${JSON.stringify(fault)}`
}

const operations: readonly string[] = contractOperations.map(({ operationId }) => operationId)

/** @throws Error that lists the operations, if there is none with this name. */
function operation(value: unknown, known = operations): string {
  const name = text(value, 'operation')
  if (known.includes(name)) return name
  throw new Error(`Unknown operation “${name}”. Available: ${known.join(', ')}.`)
}
