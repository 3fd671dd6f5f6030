import { shallowRef } from 'vue'

/** How many are kept. A developer looks at the last few. */
const limit = 30

/** A request and what came of it, as the application's developer looks at it. The key is in it nowhere but masked. */
export interface Exchange {
  number: number
  at: Date
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  body: string
  /** Undefined where no answer came. */
  status: number | undefined
  milliseconds: number
  answerHeaders: Record<string, string>
  answerBody: string
}

/** The last exchanges, the newest first. */
export function useExchanges() {
  const exchanges = shallowRef<readonly Exchange[]>([])
  let counter = 0

  function record(exchange: Omit<Exchange, 'number'>): void {
    counter += 1
    exchanges.value = [{ ...exchange, number: counter }, ...exchanges.value].slice(0, limit)
  }

  function clear(): void {
    exchanges.value = []
  }

  return { exchanges, record, clear }
}

/** A key as it may be shown: what it begins with and its last four characters (`edesk_…7Qx2`). Nothing of a short one. */
export function masked(key: string): string {
  if (key.length < 20) return '…'
  const prefix = /^[a-z]{1,10}_/.exec(key)?.[0] ?? ''
  return `${prefix}…${key.slice(-4)}`
}

/** JSON with line breaks; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
