import { limits } from '#src/api/generated/values.ts'

import { decodeUtf8 } from './bodyBytes.ts'

export type ParsedJson = { value: unknown; error?: never } | { error: string; value?: never }

/** Replaces values while a JSON text is parsed, as in `JSON.parse`. Parsing takes much longer with it. */
export type Reviver = (name: string, value: unknown) => unknown

/**
 * Parses the JSON in a body. A text with too many or too deeply nested values is refused before it is parsed, because parsing it
 * takes much longer than counting.
 */
export function parseJson(bytes: Uint8Array, reviver?: Reviver): ParsedJson {
  const { depth, values } = measure(bytes)
  if (depth > limits.bodyDepth) return { error: 'The body is nested too deeply.' }
  if (values > limits.bodyValues) return { error: 'The body contains too many values.' }
  const text = decodeUtf8(bytes)
  if (text === undefined) return { error: 'The body is not valid UTF-8.' }
  try {
    return { value: JSON.parse(text, reviver) as unknown }
  } catch {
    return { error: 'The body is not valid JSON.' }
  }
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c]
const opening = [0x5b, 0x7b]
const closing = [0x5d, 0x7d]

/** Returns the greatest depth of a JSON text and about how many values it contains. Other texts get some numbers. */
function measure(bytes: Uint8Array): { depth: number; values: number } {
  let [depth, level, values] = [0, 0, 1]
  let isInString = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === quote) isInString = !isInString
    else if (isInString) index += byte === backslash ? 1 : 0
    else if (byte === comma) values += 1
    else if (opening.includes(byte)) depth = Math.max(depth, (level += 1))
    else if (closing.includes(byte)) level -= 1
  }
  return { depth, values }
}
