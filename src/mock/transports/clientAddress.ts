import type { IncomingMessage } from 'node:http'

import { parseAddress } from '#src/shared/ipAddresses.ts'

type Headers = IncomingMessage['headersDistinct']

/**
 * Returns the IP address of the client that sent a request. Behind trusted proxies, it is the last address in `Forwarded` (RFC 7239) or
 * `X-Forwarded-For` that is not one of them: addresses before it are what the client claims.
 *
 * @param isTrustedProxy see `createProxyCheck`.
 * @returns the address in its canonical form. Undefined if a proxy does not name it, or if the two headers name different ones: the client
 *   may have sent the one that the proxy does not write.
 */
export function clientAddressOf(
  {
    socket,
    headersDistinct,
  }: Pick<IncomingMessage, 'headersDistinct'> & {
    socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
  },
  isTrustedProxy: (address: string | undefined) => boolean,
): string | undefined {
  const connected = parseAddress(socket.remoteAddress ?? '')
  if (!isTrustedProxy(connected)) return connected
  const chains = [forwardedFor(headersDistinct), xForwardedFor(headersDistinct)]
  const clients = chains
    .filter((chain) => chain.length > 0)
    .map(
      (chain) =>
        chain[
          Math.max(
            0,
            chain.findLastIndex((address) => !isTrustedProxy(address)),
          )
        ],
    )
  if (clients.length === 0) return connected
  return clients.every((client) => client === clients[0]) ? clients[0] : undefined
}

/** The addresses in `X-Forwarded-For`, the client first. A text that is no address is undefined. */
function xForwardedFor(headers: Headers): (string | undefined)[] {
  return listOf(headers['x-forwarded-for']).map(toAddress)
}

/** The addresses in the parameters `for` of `Forwarded`. An element without one is undefined. */
function forwardedFor(headers: Headers): (string | undefined)[] {
  return listOf(headers.forwarded).map((element) => {
    const [, value = ''] = /(?:^|;)[ \t]*for="?([^";]*)/i.exec(element) ?? []
    return toAddress(value)
  })
}

function listOf(header: readonly string[] | undefined): string[] {
  return header?.join(',').split(',') ?? []
}

/** Some proxies add the port. IPv6 addresses then have brackets. */
function toAddress(text: string): string | undefined {
  const [, inBrackets, ipv4] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text.trim()) ?? []
  return parseAddress(inBrackets ?? ipv4 ?? text.trim())
}
