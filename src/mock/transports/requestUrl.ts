import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Returns the URL of a request, from its `Host` header.
 *
 * @returns undefined if the header or the request's target is not valid. A header such as `localhost/api/x?` must not become part
 *   of the path.
 */
export function requestUrlOf({
  url = '/',
  headersDistinct,
}: Pick<IncomingMessage, 'url' | 'headersDistinct'>): URL | undefined {
  const hosts = headersDistinct.host ?? ['localhost']
  const origin = hosts.length === 1 ? originOf('http', hosts[0] ?? '') : undefined
  if (!origin) return undefined
  // `//elsewhere/` is a path here, not another host.
  const target = URL.parse(url.startsWith('/') ? origin + url : url, origin)
  return target && /^https?:/.test(target.protocol) ? target : undefined
}

/**
 * Returns the URL that a client has sent to a proxy in front of the host. Only a trusted proxy may set these headers.
 *
 * @param url the URL that the proxy has sent.
 * @returns undefined if a header is not valid.
 */
export function forwardedUrlOf(url: URL, headers: IncomingHttpHeaders): URL | undefined {
  const protocol = lastValue(headers['x-forwarded-proto']) ?? url.protocol.slice(0, -1)
  const host = lastValue(headers['x-forwarded-host']) ?? url.host
  const origin = originOf(protocol.toLowerCase(), host)
  return origin === undefined ? undefined : new URL(origin + url.pathname + url.search)
}

/** Whether a host name always means this machine (RFC 6761), or is an IP address: DNS rebinding needs another name. */
export function isSafeHostName(name: string): boolean {
  return /^(.+\.)?localhost$/.test(name) || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
}

/**
 * Returns a host name in its canonical form: in lower case and ASCII, without a port and a trailing dot.
 *
 * @throws Error if the name is not valid.
 */
export function parseHostName(text: string): string {
  const origin = originOf('http', text)
  if (origin === undefined) throw new Error(`“${text}” is not a host name.`)
  return hostNameOf(new URL(origin))
}

/** Returns the host name of a URL, without a trailing dot. */
export function hostNameOf({ hostname }: URL): string {
  return hostname.replace(/\.$/, '')
}

function originOf(protocol: string, host: string): string | undefined {
  if (!/^https?$/.test(protocol) || !/^[^\s/?#@\\]+$/.test(host)) return undefined
  return URL.parse(`${protocol}://${host}`)?.origin
}

/** The value of the last proxy: what it appends comes behind the values that a client may have sent. */
function lastValue(header: string | string[] | undefined): string | undefined {
  return [header ?? []].flat().join(',').split(',').at(-1)?.trim() || undefined
}
