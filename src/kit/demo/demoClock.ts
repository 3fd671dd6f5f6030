import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { msPerDay, msPerHour, msPerMinute } from '#src/shared/time.ts'

const units = { s: 1_000, m: msPerMinute, h: msPerHour, d: msPerDay } as const

/** The clock of a tab. The page and the backend use it. */
export class DemoClock {
  readonly #control: DemoControl

  constructor(control: DemoControl) {
    this.#control = control
  }

  /** Returns the current time (ISO 8601). */
  async now(): Promise<string> {
    return (await this.#control.state()).now
  }

  /** Sets the clock. It runs on from there, unless it is paused. */
  async set(time: string | Date): Promise<void> {
    await this.#control.setView({ now: parseTime(time).toISOString() })
  }

  /** Stops the clock at its time. `set` and `advance` still move it. */
  async pause(): Promise<void> {
    await this.#control.setView({ clock: 'still' })
  }

  /** Lets a clock that was stopped run on from its time. */
  async resume(): Promise<void> {
    await this.#control.setView({ clock: 'running' })
  }

  /** Moves the clock forward by "30s", "5m", "2h", "7d", or by a number of milliseconds. */
  async advance(by: string | number): Promise<void> {
    await this.#control.setView({ advance: typeof by === 'number' ? by : milliseconds(by) })
  }

  /** Moves the clock forward to when the next token expires. */
  async toNextExpiry(): Promise<void> {
    const next = await this.#control.nextExpiry()
    if (next === null) throw new Error('This business has no token that will expire.')
    await this.set(next)
  }
}

/** @throws Error if it is not a time. */
function parseTime(time: string | Date): Date {
  const parsed = new Date(time)
  if (!Number.isNaN(parsed.getTime())) return parsed
  throw new Error(
    `${typeof time === 'string' ? `"${time}"` : 'The date'} is not a time. Use a text such as "2026-12-31T23:59:50Z", or a Date.`,
  )
}

function milliseconds(text: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(text) ?? []
  if (amount === undefined)
    throw new Error(`"${text}" is not a duration. Use a value such as "30s", "5m", "2h" or "7d".`)
  return Number(amount) * units[unit as keyof typeof units]
}
