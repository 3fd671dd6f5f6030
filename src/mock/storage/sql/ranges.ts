import type { Bounds, IndexRange, Key } from '../port.ts'
import { valuesOf } from '../sortedKeys.ts'
import { isIndexed, quote, type TableIndex } from './tables.ts'

/**
 * Returns the condition for a row to be in a range of an index, with a parameter for each of the range's values.
 *
 * @param parameter returns the parameter at a position, counted from 1.
 */
export function conditionOf(
  index: TableIndex,
  { equals, from, to }: IndexRange,
  parameter: (position: number) => string,
): string {
  let values = 0
  const next = () => parameter(++values)
  const conditions = [
    isIndexed(index),
    ...equals.map((_, position) => `${quote(index.columns[position] ?? '')} = ${next()}`),
  ]

  function bound(operator: '>=' | '<=', bounds: Bounds['from']): void {
    const bounding = valuesOf(bounds)
    if (bounding.length === 0) return
    const bounded = index.columns.slice(equals.length, equals.length + bounding.length).map(quote)
    conditions.push(`(${bounded.join(', ')}) ${operator} (${bounding.map(next).join(', ')})`)
  }
  bound('>=', from)
  bound('<=', to)
  return conditions.join(' AND ')
}

/** Returns the values of a range, in the order of the parameters of its condition. */
export function valuesOfRange({ equals, from, to }: IndexRange): Key[] {
  return [...equals, ...valuesOf(from), ...valuesOf(to)]
}

/** Returns what the condition and the order of a range depend on, without its values. */
export function shapeOf({ equals, from, to, direction }: IndexRange): string {
  return [equals.length, valuesOf(from).length, valuesOf(to).length, direction].join(' ')
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
