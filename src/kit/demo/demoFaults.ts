import {
  checkFault,
  type Fault,
  faultForms,
  faultOperations,
  parseFault,
} from '#src/mock/demo/faults.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { assertOneOf } from '../assertOneOf.ts'

/** The faults that are injected in a tab. Calls are counted from the last time faults were set, added or cleared. */
export class DemoFaults {
  readonly #control: DemoControl

  constructor(control: DemoControl) {
    this.#control = control
  }

  /** Returns the current faults. */
  async list(): Promise<Fault[]> {
    return [...(await this.#control.state()).faults]
  }

  /** Replaces all faults. */
  async set(faults: readonly (Fault | string)[]): Promise<void> {
    await this.#control.setView({ faults: faults.map(toFault) })
  }

  /**
   * Adds a fault.
   *
   * @param fault as in a link, such as `createToken:lost-after-commit@1`; or an operation, followed by `what` and `when`.
   * @param when defaults to every call.
   */
  add(fault: string | Fault): Promise<void>
  add(operation: string, what: Fault['what'], when?: Fault['when']): Promise<void>
  async add(first: string | Fault, what?: Fault['what'], when: Fault['when'] = 'always') {
    const fault =
      typeof first === 'string' && what !== undefined ? { operation: first, what, when } : first
    await this.set([...(await this.list()), fault])
  }

  /** Removes all faults. */
  async clear(): Promise<void> {
    await this.set([])
  }
}

/**
 * Parses a fault.
 *
 * @throws Error if the fault is invalid. The message explains the syntax.
 */
export function toFault(input: Fault | string): Fault {
  const fault = typeof input === 'string' ? parseFault(input) : checkFault(input)
  if (fault) return fault
  const isText = typeof input === 'string'
  const text = isText ? `"${input}"` : JSON.stringify(input)
  const operation = isText ? (input.split(':')[0] ?? '') : input.operation
  assertOneOf('an operation', operation, faultOperations)
  throw new Error(
    `${text} is not a fault. The syntax is {operation}:{what}@{when}. {what} is one of ${faultForms.what.join(', ')}; {when} is one of ${faultForms.when.join(', ')}.`,
  )
}
