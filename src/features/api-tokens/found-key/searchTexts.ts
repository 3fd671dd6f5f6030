import { createKeyFinder, type KeysInText } from './keyFinder.ts'

/** How much is looked through at once, in characters, or in bytes of a file: some milliseconds' work. */
export const pieceLength = 128 * 1024

interface Surroundings {
  /** Lets the page do what else there is to do; rejects where the search shall end. */
  pause: () => Promise<void>
  /** Is told, after each piece, how much has been looked through, of 1. */
  onProgress: (part: number) => void
}

/**
 * Looks for keys in texts and files, piece by piece, so that a page stays alive and a file is never in memory as a whole.
 *
 * @throws whatever `pause` does, and a DOMException where a file cannot be read.
 */
export async function searchTexts(
  texts: readonly (string | Blob)[],
  { pause, onProgress }: Surroundings,
): Promise<KeysInText> {
  const finder = createKeyFinder()
  const total = texts.reduce((sum, text) => sum + sizeOf(text), 0)
  let done = 0
  for (const text of texts) {
    const piecesOf = typeof text === 'string' ? piecesOfText(text) : piecesOfFile(text)
    for await (const piece of piecesOf) {
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

/** As its first bytes say, which some programs of Windows write; UTF-8 otherwise, which is right enough for keys. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
