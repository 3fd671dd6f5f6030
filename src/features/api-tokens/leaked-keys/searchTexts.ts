import { createKeyFinder, type KeysInText } from './keyFinder.ts'

/** The size of a piece: characters of a text, or bytes of a file. Searching it takes some milliseconds. */
export const pieceLength = 128 * 1024

interface SearchOptions {
  /** Lets the page handle other events. Rejects if the search should stop. */
  pause: () => Promise<void>
  /** Called after each piece with the share that has been searched, from 0 to 1. */
  onProgress: (part: number) => void
}

/**
 * Searches texts and files for keys. It works piece by piece, so that the page stays responsive and a file is never in memory
 * as a whole.
 *
 * @throws the error that `pause` rejects with, and a DOMException if a file can't be read.
 */
export async function searchTexts(
  texts: readonly (string | Blob)[],
  { pause, onProgress }: SearchOptions,
): Promise<KeysInText> {
  const finder = createKeyFinder()
  const total = texts.reduce((sum, text) => sum + sizeOf(text), 0)
  let done = 0
  for (const text of texts) {
    const pieces = typeof text === 'string' ? piecesOfText(text) : piecesOfFile(text)
    for await (const piece of pieces) {
      finder.push(piece)
      done += pieceLength
      onProgress(Math.min(1, done / total))
      await pause()
    }
    finder.end()
  }
  return finder.found()
}

function sizeOf(text: string | Blob): number {
  return typeof text === 'string' ? text.length : text.size
}

function* piecesOfText(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

async function* piecesOfFile(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(await bytesOf(file, 0, 2)))
  for (let at = 0; at < file.size; at += pieceLength) {
    yield decoder.decode(await bytesOf(file, at, at + pieceLength), { stream: true })
  }
}

async function bytesOf(file: Blob, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer())
}

/**
 * Detects the encoding by the byte order mark that some Windows programs write. UTF-8 otherwise, which is good enough to find
 * keys.
 */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
