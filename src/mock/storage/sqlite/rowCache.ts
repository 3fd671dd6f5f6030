import type { AnyRow, Key } from '../port.ts'

/** A transaction needs the rows of a table before all of them have been read. */
export class RowsNotRead extends Error {}

/** The rows of a table that are in memory. Those that have been read are the first ones, in the order of their ids. */
interface CachedTable {
  rows: Map<Key, AnyRow>
  /** The last id that was read; undefined before the first one. */
  lastRead: Key | undefined
  /** Whether all rows have been read. */
  isComplete: boolean
}

/**
 * Keeps the rows of projections in memory once they have been read: only this process changes them. They are read in parts, and
 * may change between two of them. A change can be undone until the next one begins.
 */
export interface RowCache {
  /** Returns the rows of a table. @throws RowsNotRead if not all of them have been read. */
  rowsOf(table: string): readonly AnyRow[]
  /**
   * Adds the next rows of a table.
   *
   * @param read returns some rows after an id, in the order of their ids; none after the last one.
   * @returns whether there may be more.
   */
  readMore(table: string, read: (after: Key | undefined) => readonly AnyRow[]): boolean
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
  const tables = new Map<string, CachedTable>()
  let undoing: (() => void)[] = []

  function set(table: string, id: Key, row: AnyRow | undefined): void {
    const rows = tables.get(table)?.rows
    if (!rows) return
    const before = rows.get(id)
    undoing.push(() => setIn(rows, id, before))
    setIn(rows, id, row)
  }

  return {
    rowsOf(table) {
      const cached = tables.get(table)
      if (!cached?.isComplete) throw new RowsNotRead()
      return [...cached.rows.values()]
    },
    readMore(table, read) {
      const cached = tables.get(table) ?? {
        rows: new Map(),
        lastRead: undefined,
        isComplete: false,
      }
      if (cached.isComplete) return false
      const more = read(cached.lastRead)
      for (const row of more) cached.rows.set(row.id, row)
      cached.lastRead = more.at(-1)?.id
      cached.isComplete = more.length === 0
      tables.set(table, cached)
      return !cached.isComplete
    },
    put: (table, row) => set(table, row.id, row),
    delete: (table, id) => set(table, id, undefined),
    clear(table) {
      const cached = tables.get(table)
      if (!cached) return
      undoing.push(() => tables.set(table, cached))
      tables.set(table, { ...cached, rows: new Map() })
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

function setIn(rows: Map<Key, AnyRow>, id: Key, row: AnyRow | undefined): void {
  if (row) rows.set(id, row)
  else rows.delete(id)
}
