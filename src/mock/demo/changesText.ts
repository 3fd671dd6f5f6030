import type { ExchangeRecord } from '../domain/records.ts'
import type { Deed } from './replay.ts'

/** As long as an address may become, before programs begin to cut it off. */
const longest = 6_000

/** What was done, as a text for a link; undefined where it is too much for one. */
export async function changesText(deeds: readonly ExchangeRecord[]): Promise<string | undefined> {
  const packed = deeds.map(({ id, at, method, path, surface, by, status, body, headers, made }) => [
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
  ])
  const bytes = new TextEncoder().encode(JSON.stringify(packed))
  const text = toText(await through(bytes, new CompressionStream('deflate-raw')))
  return text.length > longest ? undefined : text
}

/** @throws Error where the text was not made by `changesText`. */
export async function readChanges(text: string): Promise<Deed[]> {
  const bytes = await through(fromText(text), new DecompressionStream('deflate-raw'))
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as PackedDeed[]
  return packed.map(([id, at, method, path, isPublic, by, status, body, headers, made]) => ({
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
  }))
}

type PackedDeed = [
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
]

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

function toText(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
