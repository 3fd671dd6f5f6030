import { maskKeys } from '#src/shared/keysInText.ts'

import { readFileText } from './fileText.ts'
import { createKeyFinder, type KeysInText, pieceLength } from './keyFinder.ts'

interface SearchOptions {
  /** Lets the page handle other events. Rejects if the search should stop. */
  pause: () => Promise<void>
  /** Called after each piece with the share that has been searched, from 0 to 1. */
  onProgress: (part: number) => void
}

/** A text or a file that was not searched, or not all of it. */
export interface UnsearchedText {
  /** The name of a file; undefined for what was typed or pasted. */
  name: string | undefined
  /** Whether a part of it was searched. */
  partly: boolean
}

export interface TextSearch extends KeysInText {
  unsearched: UnsearchedText[]
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
): Promise<TextSearch> {
  const finder = createKeyFinder()
  const unsearched: UnsearchedText[] = []
  const total = texts.reduce((sum, text) => sum + sizeOf(text), 0)
  let done = 0
  for (const text of texts) {
    let unreadable: { partly: boolean } | undefined
    const observer = {
      onRead: (amount: number) => void (done += amount),
      onUnreadable: (partly: boolean) => void (unreadable ??= { partly }),
    }
    const foundBefore = finder.count()
    const pieces =
      typeof text === 'string' ? piecesOf(text, observer) : readFileText(text, observer)
    for await (const piece of pieces) {
      finder.push(piece)
      onProgress(Math.min(1, done / total))
      await pause()
    }
    const { hasPacked } = finder.end()
    if (hasPacked) unreadable ??= { partly: true }
    if (unreadable) {
      const partly = unreadable.partly || finder.count() > foundBefore
      unsearched.push({ name: text instanceof File ? maskKeys(text.name) : undefined, partly })
    }
  }
  return { ...finder.found(), unsearched }
}

function sizeOf(text: string | Blob): number {
  return typeof text === 'string' ? text.length : text.size
}

function* piecesOf(
  text: string,
  { onRead }: { onRead: (amount: number) => void },
): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) {
    onRead(pieceLength)
    yield text.slice(at, at + pieceLength)
  }
}
