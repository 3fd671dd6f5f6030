import type { AnyRow } from './port.ts'

/**
 * Packs rows into one text, with a list of values per field, or one value if all rows have the same. The text is less than half as
 * long as a list of rows, and a database reads it faster than as many objects. All rows must have the same fields.
 */
export function packRows(rows: readonly AnyRow[]): string {
  const columns = Object.keys(rows[0] ?? {}).map((name) => {
    const values = rows.map((row): unknown => row[name as keyof AnyRow])
    return [name, name !== 'id' && areEqual(values) ? values[0] : values] as const
  })
  return JSON.stringify(Object.fromEntries(columns))
}

/** Whether all values are the same text, number, truth value or null. */
function areEqual(values: readonly unknown[]): boolean {
  const [first] = values
  const isPlain = typeof first !== 'object' || first === null
  return isPlain && values.every((value) => value === first)
}

/** Unpacks the rows of `packRows`. */
export function unpackRows(packed: string): AnyRow[] {
  const columns = JSON.parse(packed) as { id?: unknown[] } & Record<string, unknown>
  const ids = columns.id ?? []
  const fields = Object.entries(columns).map(([name, column]): [string, unknown[]] => [
    name,
    Array.isArray(column) ? column : ids.map(() => column),
  ])
  return Array.from(ids, (_, index) => {
    const row: Record<string, unknown> = {}
    for (const [name, values] of fields) row[name] = values[index]
    return row as AnyRow
  })
}
