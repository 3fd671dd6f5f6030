import type { Bounds, IndexRange, Key } from '../port.ts'
import { valuesOf } from '../sortedKeys.ts'
import { isIndexed, quote, type TableIndex } from './tables.ts'

/** The condition for a row to be in a range of an index, with a parameter for each of the values. */
export interface RangeCondition {
  sql: string
  values: readonly Key[]
}

/**
 * Returns the condition of a range.
 *
 * @param parameter returns the parameter at a position, counted from 1.
 */
export function conditionOf(
  index: TableIndex,
  { equals, from, to }: IndexRange,
  parameter: (position: number) => string,
): RangeCondition {
  const values: Key[] = []
  const add = (value: Key) => parameter(values.push(value))
  const conditions = [
    isIndexed(index),
    ...equals.map((value, position) => `${quote(index.columns[position] ?? '')} = ${add(value)}`),
  ]

  function bound(operator: '>=' | '<=', bounds: Bounds['from']): void {
    const bounding = valuesOf(bounds)
    if (bounding.length === 0) return
    const bounded = index.columns.slice(equals.length, equals.length + bounding.length).map(quote)
    conditions.push(`(${bounded.join(', ')}) ${operator} (${bounding.map(add).join(', ')})`)
  }
  bound('>=', from)
  bound('<=', to)
  return { sql: conditions.join(' AND '), values }
}

/** Returns how to sort the rows of an index. */
export function orderOf({ columns }: TableIndex, { direction = 'ascending' }: IndexRange): string {
  const order = direction === 'ascending' ? 'ASC' : 'DESC'
  return columns.map((column) => `${quote(column)} ${order}`).join(', ')
}

/** Returns a number of rows to skip as a database can read it. */
export function offsetOf({ offset = 0 }: IndexRange): number {
  return Math.min(offset, Number.MAX_SAFE_INTEGER)
}
