import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'

/**
 * Makes the server for `/metrics` listen.
 *
 * @returns its URL; undefined without a server.
 * @throws Error if it cannot listen there.
 */
export async function listenForMetrics(
  server: Server | undefined,
  { port, host }: { port: number | undefined; host: string },
): Promise<string | undefined> {
  if (!server || port === undefined) return undefined
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { message } = error as Error
    throw new Error(`Cannot serve /metrics on ${host}, port ${port}: ${message}`, { cause: error })
  }
  const { port: chosen } = server.address() as AddressInfo
  return `http://${isIPv6(host) ? `[${host}]` : host}:${chosen}/metrics`
}
