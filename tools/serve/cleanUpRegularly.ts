import type { Storage } from '#src/mock/domain/schema.ts'
import { cleanUp } from '#src/mock/operations/cleanUp.ts'
import { msPerHour, msPerMinute } from '#src/shared/time.ts'

/**
 * Deletes what a storage no longer keeps, a minute after the start and then every hour. It does not keep the process running.
 *
 * @param report is called if a clean-up fails. The next one tries again.
 * @returns a function that ends it. Call it before the storage is closed.
 */
export function cleanUpRegularly(
  storage: Storage,
  now: () => Date,
  report: (error: unknown) => void,
): () => void {
  let isStopped = false
  let timer = start(msPerMinute)

  function start(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => void run(), delayMs).unref()
  }

  async function run(): Promise<void> {
    try {
      await cleanUp(storage, now(), pause)
    } catch (error) {
      if (!isStopped) report(error)
    }
    if (!isStopped) timer = start(msPerHour)
  }

  /** Lets the requests that have arrived come first. */
  function pause(): Promise<void> {
    return new Promise((resolve, reject) => {
      setImmediate(() => (isStopped ? reject(new Error('The clean-up has ended.')) : resolve()))
    })
  }

  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
