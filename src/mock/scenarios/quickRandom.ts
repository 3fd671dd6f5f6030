import type { RandomBytes } from '../domain/random.ts'

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
export function quickNumbers(seed: string): () => number {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Bytes of that kind. They are had more quickly than `seededBytes` (ten thousand keys are wanted at once), and easily guessed:
 * for what is published anyway, as the keys of a demo are.
 */
export function quickBytes(seed: string): RandomBytes {
  const next = quickNumbers(seed)
  return (count) => Uint8Array.from({ length: count }, () => next() * 256)
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}
