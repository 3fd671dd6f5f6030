import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'

export interface RawResponse {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

interface Sent {
  headers?: Record<string, string>
  /** A string is sent unchanged, any other value as JSON. */
  body?: unknown
}

/** Sends a request to localhost with any headers; `fetch` forbids some of them. */
export async function ask(
  port: number,
  method: string,
  path: string,
  { headers = {}, body }: Sent = {},
): Promise<RawResponse> {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const outgoing = request({
    port,
    method,
    path,
    host: '127.0.0.1',
    agent: false,
    headers: { ...json, ...headers },
  })
  outgoing.end(typeof body === 'string' ? body : JSON.stringify(body))
  return responseTo(outgoing)
}

/** Waits for the response to a request. */
export async function responseTo(outgoing: ReturnType<typeof request>): Promise<RawResponse> {
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const { statusCode = 0, headers } = incoming
  return { status: statusCode, headers, body: await text(incoming) }
}

/** Sends raw bytes, and returns everything that is received until the connection ends. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  return text(socket)
}

const [{ email, password }] = demoAccounts

/** Logs in as the Admin. Returns the headers with the session cookie. */
export async function logIn(port: number): Promise<{ Cookie: string }> {
  const { headers } = await ask(port, 'POST', '/api/session', { body: { email, password } })
  return { Cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

/** Returns the address of the latest request with a token, as its log has it. */
export async function loggedAddress(
  port: number,
  tokenId: string,
  headers: Readonly<Record<string, string>>,
): Promise<string | null | undefined> {
  const { body } = await ask(port, 'GET', `/api/tokens/${tokenId}/requests`, { headers })
  return (JSON.parse(body) as { items: { address: string | null }[] }).items[0]?.address
}

/** Generates a token with Full Access. Returns its id, and the headers of an application that has its key. */
export async function createTokenOverHttp(
  port: number,
  session: { Cookie: string },
  name = 'ShipFast',
) {
  const { body } = await ask(port, 'POST', '/api/tokens', {
    headers: { ...session, 'Idempotency-Key': `a-token-for-${encodeURIComponent(name)}` },
    body: { name, accessLevel: 'full_access' },
  })
  const { token, key } = JSON.parse(body) as { token: { id: string }; key: string }
  return { id: token.id, authorized: { Authorization: `Bearer ${key}` } }
}
