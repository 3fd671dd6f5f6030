/** What can be aborted: a transaction. */
interface Abortable {
  abort(): void
}

/** Keeps no transaction running in a page that was left. */
export interface Suspension {
  /** How often the page was left. */
  departures(): number
  /** Resolves where the page is on the screen: at once, or when it comes back. */
  pageIsBack(): Promise<void>
  /** Aborts the transaction where the page is left. Gives the function that ends that. */
  watch(transaction: Abortable): () => void
  /** Whether the transaction was aborted because the page was left. */
  hasAborted(transaction: Abortable): boolean
}

/**
 * WebKit puts a page into its back/forward cache together with its running IndexedDB transactions, and every later transaction
 * on the same database waits for them: the next page would never get its data. So a page that is left aborts what is running.
 *
 * @param page has the events `pagehide` and `pageshow`; where there is no page, as in Node, nothing is ever left.
 */
export function createSuspension(page: EventTarget | undefined = thisPage()): Suspension {
  const running = new Set<Abortable>()
  const aborted = new WeakSet<Abortable>()
  let departures = 0
  let isAway = false
  let waiting: (() => void)[] = []

  page?.addEventListener('pagehide', () => {
    departures += 1
    isAway = true
    for (const transaction of running) abort(transaction)
    running.clear()
  })
  page?.addEventListener('pageshow', () => {
    isAway = false
    for (const goOn of waiting) goOn()
    waiting = []
  })

  function abort(transaction: Abortable): void {
    try {
      transaction.abort()
      aborted.add(transaction)
    } catch (error) {
      // It has just come to its end, so that nothing waits for it.
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
    }
  }

  return {
    departures: () => departures,
    pageIsBack: () =>
      isAway ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve(),
    watch(transaction) {
      if (isAway) abort(transaction)
      else running.add(transaction)
      return () => void running.delete(transaction)
    },
    hasAborted: (transaction) => aborted.has(transaction),
  }
}

function thisPage(): EventTarget | undefined {
  return 'document' in globalThis ? globalThis : undefined
}
