import { type Fault, faultForms, faultOperations, parseFault } from '#src/mock/demo/faults.ts'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** What goes wrong on purpose in a tab. Calls are counted from when faults were last set, added or cleared. */
export class DemoFaults {
  readonly #control: DemoControl

  constructor(control: DemoControl) {
    this.#control = control
  }

  async list(): Promise<Fault[]> {
    return [...(await this.#control.state()).faults]
  }

  /** Puts faults in the place of those that there were. */
  async set(faults: readonly (Fault | string)[]): Promise<void> {
    await this.#control.setView({ faults: faults.map(faultOf) })
  }

  /**
   * Adds a fault.
   *
   * @param fault as a link has it, such as `createToken:lost-after-commit@1`, or the operation alone with what and when.
   * @param when every time, where it is left out.
   */
  add(fault: string | Fault): Promise<void>
  add(operation: string, what: Fault['what'], when?: Fault['when']): Promise<void>
  async add(first: string | Fault, what?: Fault['what'], when: Fault['when'] = 'always') {
    const fault =
      typeof first === 'string' && what !== undefined ? { operation: first, what, when } : first
    await this.set([...(await this.list()), fault])
  }

  async clear(): Promise<void> {
    await this.set([])
  }
}

/** @throws Error that says how a fault is written, where this is none. */
export function faultOf(given: Fault | string): Fault {
  const fault = typeof given === 'string' ? parseFault(given) : given
  if (fault && faultOperations.includes(fault.operation)) return fault
  const text = typeof given === 'string' ? given : given.operation
  const operation = text.split(':')[0] ?? ''
  throw new Error(
    faultOperations.includes(operation)
      ? `"${text}" is no fault. One is written {operation}:{what}@{when}, what being ${faultForms.what.join(', ')}, and when ${faultForms.when.join(', ')}.`
      : `"${operation}" is no operation. There are: ${faultOperations.join(', ')}.`,
  )
}
