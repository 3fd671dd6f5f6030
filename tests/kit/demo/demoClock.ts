import type { DemoControl } from '#src/mock/demo/demoControl.ts'

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A tab's clock: the backend and the page go by it. */
export class DemoClock {
  readonly #control: DemoControl

  constructor(control: DemoControl) {
    this.#control = control
  }

  /** What the clock shows, ISO 8601. */
  async now(): Promise<string> {
    return (await this.#control.state()).now
  }

  /** Sets the clock; it goes on from there. */
  async set(time: string | Date): Promise<void> {
    await this.#control.setView({ now: new Date(time).toISOString() })
  }

  /** Moves the clock on: by "30s", "5m", "2h", "7d", or by milliseconds. */
  async advance(by: string | number): Promise<void> {
    await this.#control.setView({ advance: typeof by === 'number' ? by : milliseconds(by) })
  }

  /** Moves the clock on to where the next token expires. */
  async toNextExpiry(): Promise<void> {
    const next = await this.#control.nextExpiry()
    if (next === null) throw new Error('No token of this business is going to expire.')
    await this.set(next)
  }
}

function milliseconds(text: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(text) ?? []
  if (amount === undefined)
    throw new Error(`"${text}" is no span of time, as "30s", "5m", "2h" or "7d" are.`)
  return Number(amount) * units[unit as keyof typeof units]
}
