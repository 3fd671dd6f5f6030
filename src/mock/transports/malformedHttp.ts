import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Responds to a request that Node's parser rejects, with the same status as Node. Exception: a request with an unknown method is
 * valid HTTP, so `respondToMethod` handles it.
 *
 * @param respondToMethod returns the response for a method and path; undefined for the default response.
 */
export async function respondToMalformedRequest(
  error: Error & { code?: string; rawPacket?: Uint8Array },
  socket: Duplex & { bytesWritten?: number },
  respondToMethod: (method: string, path: string) => Promise<Response | undefined>,
): Promise<void> {
  // The socket is in the middle of another response; do not write into it.
  if (!socket.writable || socket.bytesWritten !== 0) return void socket.destroy()
  const { code = '', rawPacket } = error
  const [, method, path] = /^(\S+) (\/\S*) HTTP\/1\.[01]\r\n/.exec(textOf(rawPacket)) ?? []
  const methodResponse =
    code === 'HPE_INVALID_METHOD' && method !== undefined && path !== undefined
      ? await respondToMethod(method, path).catch(() => undefined)
      : undefined
  const response = methodResponse ?? new Response(null, { status: statuses[code] ?? 400 })
  socket.end(await toText(response), () => socket.destroy())
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
