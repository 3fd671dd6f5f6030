import type { RequestLogRecord } from './records.ts'
import type { RecordedRequest } from './replay.ts'

/** Longer URLs may be truncated by other programs. */
const maxLength = 6_000

/** Encodes recorded requests for a demo link. Returns undefined if they are too long for a URL. */
export async function encodeChanges(log: readonly RequestLogRecord[]): Promise<string | undefined> {
  const packed = log.map(
    ({ id, at, method, path, surface, by, status, body, headers, made, session, address }) => [
      id,
      at,
      method,
      path,
      surface === 'public' ? 1 : 0,
      by.kind === 'nobody' ? 0 : [by.kind === 'user' ? 'u' : 't', by.id, by.name],
      status,
      body ?? null,
      headers,
      made,
      session ?? null,
      address ?? null,
    ],
  )
  const bytes = new TextEncoder().encode(JSON.stringify(packed))
  const text = toBase64Url(await pipeThrough(bytes, new CompressionStream('deflate-raw')))
  return text.length > maxLength ? undefined : text
}

/** Decodes the requests in a demo link. @throws Error if `encodeChanges` did not create the text. */
export async function decodeChanges(text: string): Promise<RecordedRequest[]> {
  const bytes = await pipeThrough(fromBase64Url(text), new DecompressionStream('deflate-raw'))
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as PackedRequest[]
  return packed.map(
    ([id, at, method, path, isPublic, by, status, body, headers, made, session, address]) => ({
      id,
      at,
      method,
      path,
      surface: isPublic ? 'public' : 'management',
      by:
        by === 0
          ? { kind: 'nobody' }
          : { kind: by[0] === 'u' ? 'user' : 'token', id: by[1], name: by[2] },
      status,
      body,
      headers,
      made,
      session: session ?? null,
      address: address ?? null,
    }),
  )
}

type PackedRequest = [
  number,
  string,
  string,
  string,
  0 | 1,
  0 | ['u' | 't', string, string],
  number,
  unknown,
  Record<string, string>,
  string | null,
  (string | null)?,
  (string | null)?,
]

async function pipeThrough(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
