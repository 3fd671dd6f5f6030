import type { Bounds, Key } from './port.ts'

/** An index: the ids of records, sorted by the values of the indexed fields. */
export interface SortedKeys {
  /** A record that lacks one of the values is not indexed, as in IndexedDB. */
  add(values: readonly unknown[], id: Key): void
  remove(values: readonly unknown[], id: Key): void
  /** Returns the sorted ids whose first values equal `equals` and whose next values are within the bounds. */
  slice(
    equals: readonly Key[],
    direction: 'ascending' | 'descending',
    offset: number,
    limit: number,
    bounds?: Bounds,
  ): Key[]
  count(equals: readonly Key[], bounds?: Bounds): number
  /** Returns an index with the same entries, which changes by itself. */
  copy(): SortedKeys
}

export interface Entry {
  values: readonly Key[]
  id: Key
}

/** More entries than these are sorted together; fewer are inserted one by one. */
const maxInserted = 32

/**
 * Creates an index in a sorted array. Binary search makes it fast enough for hundreds of thousands of entries. Added entries get
 * their place when the index is used.
 *
 * @param initial returns the entries at the start, in any order. It is called when the index is first used: initial data have
 *   many indexes that are not used soon.
 */
export function createSortedKeys(initial?: () => Entry[]): SortedKeys {
  let entries: Entry[] = []
  let added: Entry[] = []

  function placeAdded(): void {
    if (initial) {
      entries = initial().sort(byValues)
      // What it refers to is not needed any more.
      initial = undefined
    }
    const placed = added
    added = []
    if (placed.length > maxInserted) {
      for (const entry of placed) entries.push(entry)
      entries.sort(byValues)
      return
    }
    for (const entry of placed) {
      entries.splice(findPosition([...entry.values, entry.id]), 0, entry)
    }
  }

  /** Returns the first position not before the values; with `after`, the first one behind all entries that start with them. */
  function findPosition(values: readonly Key[], after = false): number {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const entry = entries[middle]
      const order = entry ? comparePrefix(entry.values, values, entry.id) : 1
      if (order < 0 || (after && order === 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  function positionsOf(equals: readonly Key[], { from, to }: Bounds = {}) {
    placeAdded()
    return {
      start: findPosition([...equals, ...valuesOf(from)]),
      end: findPosition([...equals, ...valuesOf(to)], true),
    }
  }

  return {
    add(values, id) {
      if (isIndexable(values)) added.push({ values, id })
    },
    remove(values, id) {
      if (!isIndexable(values)) return
      placeAdded()
      const position = findPosition([...values, id])
      if (entries[position]?.id === id) entries.splice(position, 1)
    },
    slice(equals, direction, offset, limit, bounds) {
      const { start, end } = positionsOf(equals, bounds)
      const [from, to] =
        direction === 'ascending'
          ? [start + offset, Math.min(end, start + offset + limit)]
          : [Math.max(start, end - offset - limit), end - offset]
      const found = from < to ? entries.slice(from, to).map(({ id }) => id) : []
      return direction === 'ascending' ? found : found.reverse()
    },
    count(equals, bounds) {
      const { start, end } = positionsOf(equals, bounds)
      return Math.max(0, end - start)
    },
    copy() {
      placeAdded()
      const copied = [...entries]
      return createSortedKeys(() => copied)
    },
  }
}

/** Returns the values of a bound. */
export function valuesOf(bound: Bounds['from']): readonly Key[] {
  if (bound === undefined) return []
  return typeof bound === 'object' ? bound : [bound]
}

/** Whether the bounds exclude each other. */
export function excludesAll({ from, to }: Bounds): boolean {
  return comparePrefix(valuesOf(from), valuesOf(to)) > 0
}

/** Whether an index can hold the values. */
export function isIndexable(values: readonly unknown[]): values is readonly Key[] {
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
}

/**
 * Compares only as many values as `prefix` has. Numbers come before texts, as in IndexedDB.
 *
 * @param id follows the values.
 */
function comparePrefix(values: readonly Key[], prefix: readonly Key[], id?: Key): number {
  // Without an iterator: a sort calls this more than a hundred thousand times.
  for (let index = 0; index < prefix.length; index += 1) {
    const order = compare(values[index] ?? id, prefix[index])
    if (order !== 0) return order
  }
  return 0
}

/** Sorts entries of one index by their values, and then by id. */
function byValues(one: Entry, other: Entry): number {
  return comparePrefix(one.values, other.values) || compare(one.id, other.id)
}

function compare(one: Key | undefined, other: Key | undefined): number {
  if (one === undefined || other === undefined) return -1
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  if (one === other) return 0
  return one < other ? -1 : 1
}
