import { limits } from '#src/api/generated/values.ts'

/** Why a body was not read. The detail is a sentence for the developer of the client. */
export interface BodyIssue {
  status: 400 | 413 | 415
  detail: string
  headers: Readonly<Record<string, string>>
}

/** The bytes of a body, after its `Content-Encoding` was decoded, or why there are none. Nothing has looked into them yet. */
export type BodyBytes =
  { bytes: Uint8Array<ArrayBuffer>; issue?: never } | { issue: BodyIssue; bytes?: never }

/** The codings of RFC 9110, section 8.4.1, that every platform can decode. `br` and `zstd` are not among them. */
const codings: Readonly<Record<string, CompressionFormat>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
}

/** Returns how many bytes a body may have. */
export function maxBodyBytes(surface: 'management' | 'public', contentType: string | null): number {
  if (surface === 'management') return limits.managementBodyBytes
  return isMultipart(contentType) ? limits.formBytes : limits.publicBodyBytes
}

/** Whether a `Content-Type` is `multipart/form-data`. */
export function isMultipart(contentType: string | null): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(contentType ?? '')
}

/**
 * Reads the bytes of a body and decodes their `Content-Encoding`. Stops as soon as there are more bytes than allowed, before or
 * after decoding. It never rejects, because the caller checks who sent the request before it reports an issue.
 *
 * @param limit the maximum number of bytes.
 */
export async function readBodyBytes(request: Request, limit: number): Promise<BodyBytes> {
  const coding = codingOf(request.headers)
  if (coding === 'unsupported') return { issue: unsupportedCoding() }
  if (Number(request.headers.get('content-length')) > limit) return { issue: tooLarge(limit) }
  try {
    const bytes = await bytesOf(request, limit)
    if (!bytes) return { issue: tooLarge(limit) }
    return coding === undefined ? { bytes } : await decoded(bytes, coding, limit)
  } catch {
    return { issue: issue(400, 'The body cannot be read.') }
  }
}

function codingOf(headers: Headers): CompressionFormat | 'unsupported' | undefined {
  const names = (headers.get('content-encoding') ?? '').toLowerCase().split(',')
  const [first, ...others] = names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (first === undefined) return undefined
  if (others.length > 0 || !Object.hasOwn(codings, first)) return 'unsupported'
  return codings[first]
}

async function decoded(
  bytes: Uint8Array<ArrayBuffer>,
  coding: CompressionFormat,
  limit: number,
): Promise<BodyBytes> {
  try {
    const stream = new Response(bytes).body?.pipeThrough(new DecompressionStream(coding))
    const result = await bytesOf({ body: stream }, limit)
    return result ? { bytes: result } : { issue: tooLarge(limit) }
  } catch {
    return { issue: issue(400, `The body is not valid ${coding}.`) }
  }
}

/** Reads a body; undefined if it has more bytes than allowed. */
async function bytesOf(
  source: { body?: ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined } & Partial<
    Pick<Body, 'arrayBuffer'>
  >,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Firefox has no `Request.body`.
  if (!source.body) return withinLimit((await source.arrayBuffer?.()) ?? new ArrayBuffer(), limit)
  const reader = source.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(parts, size)
    size += value.length
    if (size > limit) {
      // Not awaited: the sender may not notice.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    parts.push(value)
  }
}

function withinLimit(buffer: ArrayBuffer, limit: number): Uint8Array<ArrayBuffer> | undefined {
  return buffer.byteLength > limit ? undefined : new Uint8Array(buffer)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function tooLarge(limit: number): BodyIssue {
  return issue(413, `The body is too large. It may have ${limit.toLocaleString('en')} bytes.`)
}

function unsupportedCoding(): BodyIssue {
  // RFC 9110, section 15.5.16
  const headers = { 'Accept-Encoding': 'gzip, deflate' }
  return issue(415, 'Send the body without Content-Encoding, or with gzip or deflate.', headers)
}

function issue(
  status: BodyIssue['status'],
  detail: string,
  headers: BodyIssue['headers'] = {},
): BodyIssue {
  return { status, detail, headers }
}

/** The issue of a body whose `charset` is not UTF-8; undefined if there is none. */
export function charsetIssue(contentType: string | null | undefined): BodyIssue | undefined {
  const charsets = (contentType ?? '').matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi)
  if (Array.from(charsets).every(([, charset = '']) => /^utf-?8$/i.test(charset))) return undefined
  return issue(415, 'The body must be UTF-8. Another charset is not supported.')
}

/** Decodes UTF-8. Returns undefined if the bytes are not UTF-8: nothing is replaced by U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
