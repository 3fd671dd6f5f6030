/** A transaction. */
interface Abortable {
  abort(): void
}

/** Aborts the running transactions when the user leaves the page. */
export interface Suspension {
  /** How many times the user has left the page. */
  leaveCount(): number
  /** Resolves immediately if the page is shown, otherwise when it is shown again. */
  whenShown(): Promise<void>
  /** Aborts the transaction when the user leaves the page. Returns a function that stops watching it. */
  watch(transaction: Abortable): () => void
  /** Whether the transaction was aborted because the user left the page. */
  hasAborted(transaction: Abortable): boolean
}

/**
 * WebKit puts a page into the back/forward cache together with its running IndexedDB transactions. Every later transaction on
 * the same database waits for them, so the next page would never get its data. A hidden page therefore aborts its transactions.
 *
 * @param page the target of `pagehide` and `pageshow` events. Without a page, as in Node, nothing is aborted.
 */
export function createSuspension(page: EventTarget | undefined = currentPage()): Suspension {
  const running = new Set<Abortable>()
  const aborted = new WeakSet<Abortable>()
  let leaveCount = 0
  let isHidden = false
  let waiting: (() => void)[] = []

  page?.addEventListener('pagehide', () => {
    leaveCount += 1
    isHidden = true
    for (const transaction of running) abort(transaction)
    running.clear()
  })
  page?.addEventListener('pageshow', () => {
    isHidden = false
    for (const resume of waiting) resume()
    waiting = []
  })

  function abort(transaction: Abortable): void {
    try {
      transaction.abort()
      aborted.add(transaction)
    } catch (error) {
      // The transaction has just finished, so nothing waits for it.
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
    }
  }

  return {
    leaveCount: () => leaveCount,
    whenShown: () =>
      isHidden ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve(),
    watch(transaction) {
      if (isHidden) abort(transaction)
      else running.add(transaction)
      return () => void running.delete(transaction)
    },
    hasAborted: (transaction) => aborted.has(transaction),
  }
}

function currentPage(): EventTarget | undefined {
  return 'document' in globalThis ? globalThis : undefined
}
