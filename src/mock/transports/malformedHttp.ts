import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

import { findWrongCharacter } from '../publicApi/access/keyCharacters.ts'

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** A request that Node's parser rejects. */
export interface MalformedRequest {
  path: string
  /** Set if only the method is wrong. */
  method: string | undefined
  /** The status that Node sends. */
  status: number
  /** What is wrong, for the developer of the client. It does not contain a key. */
  detail: string
}

/**
 * Responds to a request that Node's parser rejects, with the same status as Node.
 *
 * @param isBusy whether an earlier request of the connection is being answered.
 * @param respond returns the response; undefined for one without a body.
 * @returns the status and the size of the response; undefined if there was none.
 */
export async function respondToMalformedRequest(
  error: Error & { code?: string; rawPacket?: Uint8Array },
  socket: Duplex & { bytesWritten?: number },
  {
    isBusy,
    respond,
  }: {
    isBusy: boolean
    respond: (request: MalformedRequest) => Promise<Response | undefined>
  },
): Promise<{ status: number; bytes: number } | undefined> {
  // The socket is in the middle of another response; do not write into it.
  if (!socket.writable || (socket.bytesWritten !== 0 && isBusy)) {
    socket.destroy()
    return undefined
  }
  const { code = '', rawPacket } = error
  const status = statuses[code] ?? 400
  const packet = textOf(rawPacket)
  const [, method, path] = /^(\S+) (\/[^\s?#]*)/.exec(packet) ?? []
  const response =
    path === undefined
      ? undefined
      : await respond({
          path,
          method: code === 'HPE_INVALID_METHOD' ? method : undefined,
          status,
          detail: detailOf(packet, status),
        }).catch(() => undefined)
  const sent = response ?? new Response(null, { status })
  const text = await toText(sent)
  socket.end(text, () => socket.destroy())
  return { status: sent.status, bytes: Buffer.byteLength(text) }
}

/** Names the character in the key that is not allowed: files with a key often end with a carriage return. */
function detailOf(packet: string, status: number): string {
  if (status === 431) return 'The headers are too large.'
  if (status === 408) return 'The request took too long.'
  const line = /\nauthorization:[ \t]*([^\n]*\n?)/i.exec(packet)?.[1]?.replace(/\r\n$/, '')
  const wrong = line === undefined ? undefined : findWrongCharacter(line)
  return wrong
    ? `The header Authorization cannot be read. ${wrong.detail}`
    : 'The request is not valid HTTP.'
}

function textOf(packet: Uint8Array | undefined): string {
  return packet ? Buffer.from(packet).toString('latin1') : ''
}

async function toText(response: Response): Promise<string> {
  const body = await response.text()
  return [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
