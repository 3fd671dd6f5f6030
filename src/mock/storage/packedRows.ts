import type { AnyRow } from './port.ts'

/**
 * Packs rows into one text, with a list of values per field. The text is half as long as a list of rows, and a database reads it
 * faster than as many objects. All rows must have the same fields.
 */
export function packRows(rows: readonly AnyRow[]): string {
  const names = Object.keys(rows[0] ?? {}) as (keyof AnyRow)[]
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
  )
}

/** Unpacks the rows of `packRows`. */
export function unpackRows(packed: string): AnyRow[] {
  const columns = JSON.parse(packed) as Record<string, unknown[]>
  const fields = Object.entries(columns)
  return Array.from(columns.id ?? [], (_, index) => {
    const row: Record<string, unknown> = {}
    for (const [name, values] of fields) row[name] = values[index]
    return row as AnyRow
  })
}
