import type { Key } from '../port.ts'

/** The code units that UTF-16 and UTF-8 sort differently: surrogates and, to make room for them, the unit after them. */
const outOfOrder = /[\uD800-\uE000]/g
const firstSurrogate = 0xd800
const escape = '\uE000'

/**
 * Returns what an indexed column stores for a value: null if an index cannot hold it.
 *
 * SQLite sorts numbers before texts, as IndexedDB does, but texts by their UTF-8 bytes instead of their UTF-16 code units, and it
 * cannot store lone surrogates. Surrogates, which only texts with characters above U+FFFF contain, are therefore escaped in a
 * way that keeps the order.
 */
export function toColumn(value: unknown): Key | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? value.replace(outOfOrder, escapeUnit) : null
}

function escapeUnit(unit: string): string {
  if (unit === escape) return escape + escape
  // U+0000 ends a text for some functions of SQLite.
  return escape + String.fromCharCode(unit.charCodeAt(0) - firstSurrogate + 1)
}
