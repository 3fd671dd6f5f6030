import { endWithParent } from './endWithParent.mjs'

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Calls a function once when the process should stop: on Ctrl+C or another signal, or when the terminal or the parent process
 * is gone.
 *
 * @param stop receives the exit code for that signal.
 */
export function onStop(stop: (exitCode: number) => void): void {
  let stopping = false
  for (const [signal, number] of Object.entries(signalNumbers)) {
    process.on(signal, () => {
      if (!stopping) stop(128 + number)
      stopping = true
    })
  }
  endWithParent()
}
