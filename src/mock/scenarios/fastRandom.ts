import type { RandomBytes } from '../domain/random.ts'

/** Creates a seeded generator of pseudo-random numbers from 0 (inclusive) to 1 (exclusive); mulberry32. */
export function fastRandom(seed: string): () => number {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Creates a seeded generator of pseudo-random bytes. It is faster than `seededBytes`, which matters for ten thousand keys, but
 * predictable. Use it only for public values such as the keys of a demo.
 */
export function fastBytes(seed: string): RandomBytes {
  const next = fastRandom(seed)
  return (count) => {
    const bytes = new Uint8Array(count)
    for (let index = 0; index < count; index += 1) bytes[index] = next() * 256
    return bytes
  }
}

/** Computes the FNV-1a hash. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}
