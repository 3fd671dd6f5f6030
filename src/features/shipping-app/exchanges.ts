import { shallowRef } from 'vue'

/** The log keeps only the latest requests. */
const maxEntries = 30

/** A logged request with its response. Any key in it is masked. */
export interface Exchange {
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
  answerHeaders: Record<string, string>
  answerBody: string
}

/** Keeps a log of the latest requests, the newest first. */
export function useExchanges() {
  const exchanges = shallowRef<readonly Exchange[]>([])
  let counter = 0

  function record(exchange: Omit<Exchange, 'number'>): void {
    counter += 1
    exchanges.value = [{ ...exchange, number: counter }, ...exchanges.value].slice(0, maxEntries)
  }

  function clear(): void {
    exchanges.value = []
  }

  return { exchanges, record, clear }
}

/** Masks a key: keeps its prefix and its last four characters (`edesk_…7Qx2`). Hides a short key completely. */
export function masked(key: string): string {
  if (key.length < 20) return '…'
  const prefix = /^[a-z]{1,10}_/.exec(key)?.[0] ?? ''
  return `${prefix}…${key.slice(-4)}`
}

/** Formats JSON with line breaks. Returns any other text unchanged. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
