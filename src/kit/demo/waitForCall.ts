import type { RequestLogRecord } from '#src/mock/demo/records.ts'

const pollingIntervalMs = 100

/** Where the calls of a test are known. */
interface CallSource {
  /** Returns the request log, oldest first. */
  read: () => Promise<readonly RequestLogRecord[]>
  /** Returns how many calls of the operation the pages have reported; undefined if they do not. */
  countReported: (operation: string) => number | undefined
}

/**
 * Waits for the next call of an operation that gets its response.
 *
 * @throws Error that lists the calls since then, if there is none in time.
 */
export async function waitForCall(
  operation: string,
  { read, countReported }: CallSource,
  timeoutMs: number,
): Promise<RequestLogRecord> {
  // Counted at once: the test may cause the call while the log is read.
  const reportedBefore = countReported(operation)
  const end = performance.now() + timeoutMs
  const start = (await read()).at(-1)?.id ?? 0
  let since: readonly RequestLogRecord[] = []
  while (performance.now() < end) {
    const log = await read()
    since = log.filter(({ id }) => id > start)
    const isNew =
      reportedBefore === undefined
        ? since.some((one) => one.operation === operation)
        : (countReported(operation) ?? 0) > reportedBefore
    const call = log.findLast((one) => one.operation === operation)
    if (isNew && call) return call
    await new Promise((resolve) => setTimeout(resolve, pollingIntervalMs))
  }
  const names = since.map((one) => one.operation ?? one.path)
  throw new Error(
    `There was no call of ${operation} within ${timeoutMs} ms. The calls since then: ${names.join(', ') || 'none'}.`,
  )
}
