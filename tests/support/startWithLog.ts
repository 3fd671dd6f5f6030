import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'

import { startServer } from './backend.ts'

/** Starts a backend, and returns it with a function that returns the last entry of the request log. */
export async function startWithLog() {
  const backend = await startServer()
  const last = (): Partial<RequestLogEntry> => backend.exchanges.at(-1) ?? {}
  return { backend, last }
}
