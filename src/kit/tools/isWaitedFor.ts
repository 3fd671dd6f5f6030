import type { ReportedExchange } from '../guards/pageReporter.ts'

/** A call of the demo's APIs that a page has answered itself. */
export type PageCall = Pick<ReportedExchange, 'method' | 'path' | 'operation' | 'status'>

/**
 * Returns whether a function that is given to `page.waitForRequest` or `page.waitForResponse` waits for a call. Returns false for a
 * function that also accepts other requests of a page, or that reads something else than the URL, the method and the status.
 *
 * @param origin the origin of the demo.
 */
export async function isWaitedFor(
  accepts: (received: unknown) => unknown,
  { path, method, status }: PageCall,
  origin: string,
): Promise<boolean> {
  async function isAccepted(url: string): Promise<boolean> {
    const received = {
      url: () => url,
      method: () => method,
      status: () => status,
      ok: () => status >= 200 && status < 300,
      request: () => received,
    }
    try {
      return Boolean(await accepts(received))
    } catch {
      return false
    }
  }
  return (await isAccepted(origin + path)) && !(await isAccepted(`${origin}/assets/index.js`))
}
