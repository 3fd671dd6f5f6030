import { renameSync, writeFileSync } from 'node:fs'

/** The clock of a host, which jumps. */
export interface HostClock {
  now: () => number
  /** Sets its difference to the machine's clock, in milliseconds. */
  setShift: (milliseconds: number) => void
  /** Returns a function that returns the latest time since now. */
  watch: () => () => number
}

/** Creates a clock. @param file where the host reads the difference (shiftedClock.ts). */
export function createHostClock(file: string): HostClock {
  const shifts: number[] = []

  function setShift(milliseconds: number): void {
    shifts.push(milliseconds)
    writeFileSync(`${file}.new`, String(milliseconds))
    // The host never reads half a number.
    renameSync(`${file}.new`, file)
  }

  setShift(0)
  return {
    now: () => Date.now() + (shifts.at(-1) ?? 0),
    setShift,
    watch() {
      const first = shifts.length - 1
      return () => Date.now() + Math.max(...shifts.slice(first))
    },
  }
}
