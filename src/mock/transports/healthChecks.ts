import type { IncomingMessage, ServerResponse } from 'node:http'

/** The paths of the health checks. They belong neither to an API nor to the application. */
const healthPath = /^\/(healthz|readyz)(?:\?|$)/

/** Returns the health check that a request asks for: `healthz` or `readyz`. */
export function healthCheckOf({ url = '' }: Pick<IncomingMessage, 'url'>): string | undefined {
  return healthPath.exec(url)?.[1]
}

/**
 * Responds to a health check. `/healthz` says that the process answers, `/readyz` whether it can serve requests. Neither says
 * anything else, because anybody may ask.
 *
 * @param isReady resolves with whether the host can serve requests.
 */
export async function respondToHealthCheck(
  check: string,
  { method }: IncomingMessage,
  outgoing: ServerResponse,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const isAllowed = method === 'GET' || method === 'HEAD'
  const isWell = isAllowed && (check === 'healthz' || (await isReady()))
  outgoing.writeHead(isAllowed ? (isWell ? 200 : 503) : 405, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(isAllowed ? {} : { Allow: 'GET, HEAD' }),
  })
  outgoing.end(isAllowed ? (isWell ? 'ok\n' : 'not ready\n') : 'Method not allowed\n')
}
