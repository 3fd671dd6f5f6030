/** Whether a host can serve requests: it is not stopping, and its storage answers. */
export interface Readiness {
  isReady: () => Promise<boolean>
  /** From now on, the host is not ready. */
  drain: () => void
}

/**
 * Creates the readiness of a host.
 *
 * @param read reads something from the storage.
 * @param timeoutMs how long the storage may take, in milliseconds.
 */
export function createReadiness(read: () => Promise<unknown>, timeoutMs: number): Readiness {
  let isDraining = false
  /** All checks at the same time share one read. */
  let pending: Promise<boolean> | undefined

  async function answers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, false)
    })
    const success = read().then(
      () => true,
      () => false,
    )
    try {
      return await Promise.race([success, timeout])
    } finally {
      clearTimeout(timer)
      pending = undefined
    }
  }

  return {
    async isReady() {
      if (isDraining) return false
      pending ??= answers()
      return (await pending) && !isDraining
    },
    drain() {
      isDraining = true
    },
  }
}
