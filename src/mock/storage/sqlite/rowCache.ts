import type { AnyRow, Key } from '../port.ts'

type Rows = Map<Key, AnyRow>

/**
 * Keeps the rows of projections in memory once they have been read: only this process changes them. A change can be undone until
 * the next one begins.
 */
export interface RowCache {
  /** Returns the rows of a table. @param read reads them the first time. */
  rowsOf(table: string, read: () => AnyRow[]): readonly AnyRow[]
  put(table: string, row: AnyRow): void
  delete(table: string, id: Key): void
  clear(table: string): void
  /** Starts to record changes. */
  begin(): void
  /** Undoes the changes since `begin`. */
  undo(): void
  /** Forgets everything. */
  reset(): void
}

/** Creates an empty cache. */
export function createRowCache(): RowCache {
  const tables = new Map<string, Rows>()
  let undoing: (() => void)[] = []

  function set(table: string, id: Key, row: AnyRow | undefined): void {
    const rows = tables.get(table)
    if (!rows) return
    const before = rows.get(id)
    undoing.push(() => setIn(rows, id, before))
    setIn(rows, id, row)
  }

  return {
    rowsOf(table, read) {
      let rows = tables.get(table)
      if (!rows) {
        rows = new Map(read().map((row) => [row.id, row]))
        tables.set(table, rows)
        // What was read may contain changes of this transaction.
        undoing.push(() => tables.delete(table))
      }
      return [...rows.values()]
    },
    put: (table, row) => set(table, row.id, row),
    delete: (table, id) => set(table, id, undefined),
    clear(table) {
      const rows = tables.get(table)
      if (!rows) return
      undoing.push(() => tables.set(table, rows))
      tables.set(table, new Map())
    },
    begin: () => (undoing = []),
    undo() {
      for (const undo of undoing.reverse()) undo()
      undoing = []
    },
    reset() {
      tables.clear()
      undoing = []
    },
  }
}

function setIn(rows: Rows, id: Key, row: AnyRow | undefined): void {
  if (row) rows.set(id, row)
  else rows.delete(id)
}
