import type { IncomingMessage } from 'node:http'

/** How many bytes of bodies a host reads at once. */
const maxBytes = 64_000_000
/** Smaller bodies always fit: the number of connections bounds them. */
const smallBytes = 64_000

export interface BodyBudget {
  /**
   * Reserves memory for the body of a request: as many bytes as it announces, or as it may have.
   *
   * @param limit the maximum number of bytes of the body.
   * @returns a function that releases the memory; undefined if too much is in use.
   */
  reserve(incoming: IncomingMessage, limit: number): (() => void) | undefined
}

/** Bounds the memory for the bodies of all requests that a host reads at once: a body comes before anybody knows who sent it. */
export function createBodyBudget(): BodyBudget {
  let reserved = 0

  return {
    reserve({ headers }, limit) {
      const bytes = Math.min(announcedBytes(headers), limit)
      if (bytes <= smallBytes) return () => undefined
      if (reserved + bytes > maxBytes) return undefined
      reserved += bytes
      return () => {
        reserved -= bytes
      }
    },
  }
}

function announcedBytes(headers: IncomingMessage['headers']): number {
  if (headers['transfer-encoding'] !== undefined) return Infinity
  return Number(headers['content-length'] ?? 0)
}
