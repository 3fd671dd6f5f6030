import { shallowRef } from 'vue'

/** The log keeps only the latest requests. */
const maxEntries = 30

/** A logged request with its response. Keys in it are masked. */
export interface RequestLogEntry {
  number: number
  at: Date
  method: string
  /** The path with its query. */
  path: string
  headers: Record<string, string>
  body: string
  /** Undefined if there was no response. */
  status: number | undefined
  milliseconds: number
  responseHeaders: Record<string, string>
  responseBody: string
}

/** Keeps a log of the latest requests, the newest first. */
export function useRequestLog() {
  const logEntries = shallowRef<readonly RequestLogEntry[]>([])
  let counter = 0

  function record(entry: Omit<RequestLogEntry, 'number'>): void {
    counter += 1
    logEntries.value = [{ ...entry, number: counter }, ...logEntries.value].slice(0, maxEntries)
  }

  function clear(): void {
    logEntries.value = []
  }

  return { logEntries, record, clear }
}
