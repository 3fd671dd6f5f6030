import { endWithParent } from './endWithParent.mjs'

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Calls a function once when the process is asked to stop: by Ctrl+C, by a signal, because the terminal has gone, or because
 * the process that started it has ended.
 *
 * @param stop is given the exit code that says so.
 */
export function onStop(stop: (exitCode: number) => void): void {
  let stopping = false
  for (const [signal, number] of Object.entries(numbers)) {
    process.on(signal, () => {
      if (!stopping) stop(128 + number)
      stopping = true
    })
  }
  endWithParent()
}
