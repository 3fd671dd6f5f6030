import { limits } from '#src/api/generated/values.ts'

import { decodeUtf8 } from './bodyBytes.ts'

export type ParsedJson = { value: unknown; error?: never } | { error: string; value?: never }

/** Replaces values while a JSON text is parsed, as in `JSON.parse`. Parsing takes much longer with it. */
export type Reviver = (name: string, value: unknown) => unknown

/**
 * Parses the JSON in a body. A text with too many or too deeply nested values is refused before it is parsed, because parsing it
 * takes much longer than counting. A property that an object has twice is refused too: one of its values would be lost.
 */
export function parseJson(bytes: Uint8Array, reviver?: Reviver): ParsedJson {
  const { depth, values, properties } = measure(bytes)
  if (depth > limits.bodyDepth) return { error: 'The body is nested too deeply.' }
  if (values > limits.bodyValues) return { error: 'The body contains too many values.' }
  const text = decodeUtf8(bytes)
  if (text === undefined) return { error: 'The body is not valid UTF-8.' }
  try {
    const value = JSON.parse(text, reviver) as unknown
    if (reviver || countProperties(value) === properties) return { value }
    return { error: `The property ${repeatedName(text)} is sent more than once.` }
  } catch {
    return { error: 'The body is not valid JSON.' }
  }
}

function countProperties(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  const own = Array.isArray(value) ? 0 : parts.length
  return parts.reduce((count: number, part) => count + countProperties(part), own)
}

/** Returns the first name that an object has more than once, at most 100 characters of it. */
function repeatedName(text: string): string {
  const objects: Set<unknown>[] = []
  for (const [token, name] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
    if (token === '{') objects.push(new Set())
    else if (token === '}') objects.pop()
    else if (name !== undefined) {
      const decoded = String(JSON.parse(token.slice(0, -name.length)))
      if (objects.at(-1)?.has(decoded)) return decoded.slice(0, 100)
      objects.at(-1)?.add(decoded)
    }
  }
  return ''
}

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c]
const opening = [0x5b, 0x7b]
const closing = [0x5d, 0x7d]

/**
 * Returns the greatest depth of a JSON text, about how many values it contains, and how many properties. Other texts get some
 * numbers.
 */
function measure(bytes: Uint8Array): { depth: number; values: number; properties: number } {
  let [depth, level, values, properties] = [0, 0, 1, 0]
  let isInString = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === quote) isInString = !isInString
    else if (isInString) index += byte === backslash ? 1 : 0
    else if (byte === comma) values += 1
    else if (byte === colon) properties += 1
    else if (opening.includes(byte)) {
      depth = Math.max(depth, (level += 1))
      values += 1
    } else if (closing.includes(byte)) level -= 1
  }
  return { depth, values, properties }
}
