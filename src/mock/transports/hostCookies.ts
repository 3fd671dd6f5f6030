import type { IncomingMessage } from 'node:http'

import { readCookie } from '../server/http/cookies.ts'
import { sessionCookie } from '../server/session.ts'
import { visiblePort } from './visiblePort.ts'

/**
 * Returns the name of the session cookie. A cookie belongs to a host name with all its ports, so every host needs a name of its
 * own: it contains the port that the browser sees, and the host's port if a proxy or container maps it. Hosts behind a trusted proxy
 * may share their data, and then also their sessions: there, the port that the proxy forwards is enough.
 *
 * @param localPort the host's port; undefined behind a trusted proxy.
 */
export function cookieName(url: URL, localPort: number | undefined): string {
  const ports = new Set([visiblePort(url), ...(localPort === undefined ? [] : [String(localPort)])])
  return [sessionCookie, ...ports].join('_')
}

/** Reads the session cookie: the one with this host's name, or else the first one, which it may have set at another port. */
export function sessionCookiesOf(
  { headers }: IncomingMessage,
  name: string,
): Record<string, string> {
  const header = headers.cookie ?? ''
  const otherName = new RegExp(`(?:^|;)\\s*(${sessionCookie}\\w*)=`).exec(header)?.[1]
  const value = readCookie(header, name) ?? readCookie(header, otherName ?? sessionCookie)
  return value === undefined ? {} : { [sessionCookie]: value }
}
