import { pieceLength } from './keyFinder.ts'

/** How many bytes a packed file may become: a few kilobytes could become terabytes. */
const maxUnpackedBytes = 256 * 1024 * 1024
/** How many packed bytes are unpacked at a time. They become at most a thousand times as many. */
const packedPieceLength = 4096

/** Receives what is noticed while a file is read. */
export interface FileObserver {
  /** Called with the number of bytes that have been read from the file since the last call. */
  onRead: (bytes: number) => void
  /**
   * Called if the file is packed in a format that can't be unpacked, is damaged, or is not text.
   *
   * @param partly whether a part of it could be read.
   */
  onUnreadable: (partly: boolean) => void
}

/**
 * Reads the text of a file piece by piece, well enough to find keys, which are ASCII: as UTF-8, without the null bytes of UTF-16.
 * Unpacks gzip, also repeatedly.
 *
 * @param maxBytes how many bytes a packed file may become.
 * @throws DOMException if the file can't be read.
 */
export async function* readFileText(
  file: Blob,
  observer: FileObserver,
  maxBytes = maxUnpackedBytes,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let utf16: string | undefined
  let isFirst = true
  for await (const bytes of unpacked(bytesOf(file, observer), observer, maxBytes)) {
    if (isFirst) utf16 = utf16In(bytes)
    if ((isFirst && isKnownFormat(bytes)) || !isText(new TextDecoder(utf16).decode(bytes))) {
      observer.onUnreadable(false)
    }
    isFirst = false
    const text = decoder.decode(bytes, { stream: true })
    yield utf16 === undefined ? text : text.replaceAll('\0', '')
  }
}

async function* bytesOf(file: Blob, { onRead }: FileObserver): AsyncGenerator<Bytes> {
  for (let at = 0; at < file.size; at += pieceLength) {
    const bytes = new Uint8Array(await file.slice(at, at + pieceLength).arrayBuffer())
    onRead(bytes.length)
    yield bytes
  }
}

type Bytes = Uint8Array<ArrayBuffer>

async function* unpacked(
  pieces: AsyncGenerator<Bytes>,
  observer: FileObserver,
  maxBytes: number,
): AsyncGenerator<Bytes> {
  const { value: first, done } = await pieces.next()
  if (done) return
  if (startsWith(first, gzip)) {
    yield* unpacked(gunzip(first, pieces, observer, maxBytes), observer, maxBytes)
  } else {
    yield first
    yield* pieces
  }
}

async function* gunzip(
  first: Bytes,
  pieces: AsyncGenerator<Bytes>,
  { onUnreadable }: FileObserver,
  maxBytes: number,
): AsyncGenerator<Bytes> {
  const { readable, writable } = new DecompressionStream('gzip')
  const reader = readable.getReader()
  const written = writePacked(writable.getWriter(), first, pieces)
  // It is awaited at the end: until then, the reader reports the same failure.
  written.catch(() => undefined)
  let length = 0
  try {
    for (;;) {
      const bytes = await nextOf(reader, () => onUnreadable(length > 0))
      if (!bytes) break
      length += bytes.length
      if (length > maxBytes) {
        onUnreadable(true)
        break
      }
      yield bytes
    }
  } finally {
    await reader.cancel().catch(() => undefined)
    await written
  }
}

/** Returns the next bytes; undefined at the end, or if the packed data is damaged. */
async function nextOf(
  reader: ReadableStreamDefaultReader<Bytes>,
  onDamaged: () => void,
): Promise<Bytes | undefined> {
  try {
    return (await reader.read()).value
  } catch {
    onDamaged()
    return undefined
  }
}

/**
 * Writes packed bytes until the end, or until the stream is damaged or cancelled.
 *
 * @throws DOMException if a piece can't be read.
 */
async function writePacked(
  writer: WritableStreamDefaultWriter<BufferSource>,
  first: Bytes,
  pieces: AsyncGenerator<Bytes>,
): Promise<void> {
  const write = (bytes: Bytes) =>
    writer.write(bytes).then(
      () => true,
      () => false,
    )
  const writeAll = async (piece: Bytes) => {
    for (let at = 0; at < piece.length; at += packedPieceLength) {
      if (!(await write(piece.subarray(at, at + packedPieceLength)))) return false
    }
    return true
  }
  try {
    let isOpen = await writeAll(first)
    while (isOpen) {
      const { value, done } = await pieces.next()
      if (done) break
      isOpen = await writeAll(value)
    }
    await writer.close().catch(() => undefined)
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    throw error
  } finally {
    await pieces.return(undefined)
  }
}

const gzip = [0x1f, 0x8b, 0x08]

/** How packed files and PDF begin. Their contents can look like text. */
const knownFormats = [
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx, jar
  [0x50, 0x4b, 0x05, 0x06], // an empty zip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0xfd, 0x37, 0x7a, 0x58], // xz
  [0x42, 0x5a, 0x68], // bzip2
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x04, 0x22, 0x4d, 0x18], // lz4
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x1f, 0x9d], // compress
  [0x25, 0x50, 0x44, 0x46], // PDF
]

function isKnownFormat(bytes: Uint8Array): boolean {
  return knownFormats.some((format) => startsWith(bytes, format))
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

/**
 * Detects UTF-16 by its byte order mark, or else by its null bytes: in most texts, every second byte of many characters is null.
 */
function utf16In(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const start = bytes.subarray(0, 4096)
  const nullsAt = (parity: number) =>
    start.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [even, odd] = [nullsAt(0), nullsAt(1)]
  if (odd > 8 && odd > even * 8) return 'utf-16le'
  if (even > 8 && even > odd * 8) return 'utf-16be'
  return undefined
}

/** Whether a text has hardly any control characters, as in every encoding that is made for text. */
function isText(text: string): boolean {
  // Line ends and escape sequences occur in texts, and null bytes between texts.
  const controls = text.match(/(?![\0\s\u001B\b])[\p{Cc}\uFFFE\uFFFF]/gu)?.length ?? 0
  return controls < 2 || controls < text.length / 50
}
