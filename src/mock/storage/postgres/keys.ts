import { toColumn } from '../sql/sortableKeys.ts'

const numberTag = 1
const textTag = 2

/**
 * Returns what a column stores for a key or an indexed value: null if an index cannot hold it.
 *
 * PostgreSQL compares `bytea` byte by byte. The bytes sort numbers before texts, numbers by their value, and texts by their UTF-16
 * code units, as IndexedDB does. A column of texts could hold neither numbers nor U+0000.
 */
export function toBytes(value: unknown): Buffer | null {
  if (typeof value === 'number') return numberBytes(value)
  const text = toColumn(value)
  return text === null ? null : Buffer.concat([Buffer.of(textTag), Buffer.from(String(text))])
}

/** IEEE 754 sorts positive numbers by their bytes, and negative ones in reverse after them. */
function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes.writeUInt8(numberTag)
  // Adding zero makes a negative zero positive: they are the same key.
  bytes.writeDoubleBE(value + 0, 1)
  const isNegative = value < 0
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes.readUInt8(at)
    if (isNegative) bytes.writeUInt8(byte ^ 0xff, at)
    else if (at === 1) bytes.writeUInt8(byte ^ 0x80, at)
  }
  return bytes
}
