import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Answers what Node's parser refuses, as Node itself would, but for a request whose method nobody knows: that is HTTP all right.
 *
 * @param answerMethod what such a request is answered; undefined where that is not known.
 */
export async function answerUnreadable(
  error: Error & { code?: string; rawPacket?: Uint8Array },
  socket: Duplex & { bytesWritten?: number },
  answerMethod: (method: string, path: string) => Promise<Response | undefined>,
): Promise<void> {
  // Whoever waits for the rest of another answer must not get this one in the middle of it.
  if (!socket.writable || socket.bytesWritten !== 0) return void socket.destroy()
  const { code = '', rawPacket } = error
  const [, method, path] = /^(\S+) (\/\S*) HTTP\/1\.[01]\r\n/.exec(textOf(rawPacket)) ?? []
  const known =
    code === 'HPE_INVALID_METHOD' && method !== undefined && path !== undefined
      ? await answerMethod(method, path).catch(() => undefined)
      : undefined
  const response = known ?? new Response(null, { status: statuses[code] ?? 400 })
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
