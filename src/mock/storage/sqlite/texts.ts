import type { IndexRange } from '../port.ts'
import { conditionOf, orderOf, shapeOf } from '../sql/ranges.ts'
import { quote, type Table, type TableIndex } from '../sql/tables.ts'

// To put a text together takes longer than to run its statement, so each is kept.

/** The texts of the statements on single records of a table. */
interface RecordTexts {
  get: string
  put: string
  /** Puts the row of the projection, if the table has one. */
  putRow: string | undefined
}

const recordTexts = new WeakMap<Table, RecordTexts>()

/** Returns the texts of the statements on single records of a table. */
export function recordTextsOf(table: Table): RecordTexts {
  const { name, fields, rows } = table
  let texts = recordTexts.get(table)
  if (!texts) {
    const get = `SELECT record, checksum FROM ${quote(name)} WHERE id = ?`
    const putRow = rows === undefined ? undefined : putText(rows, [])
    texts = { get, put: putText(name, fields), putRow }
    recordTexts.set(table, texts)
  }
  return texts
}

function putText(table: string, fields: readonly string[]): string {
  const columns = ['record', 'checksum', ...fields].map(quote)
  const changes = columns.map((column) => `${column} = excluded.${column}`)
  return (
    `INSERT INTO ${quote(table)} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)}) ` +
    `ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`
  )
}

/** The texts of the statements on a range of an index. Their parameters are the values of the range. */
interface RangeTexts {
  /** Has two more parameters: how many records at most, and how many to skip. */
  list: string
  count: string
}

const rangeTexts = new WeakMap<TableIndex, Map<string, RangeTexts>>()

/** Returns the texts of the statements on a range of an index, which make SQLite use this index. */
export function rangeTextsOf(table: Table, index: TableIndex, range: IndexRange): RangeTexts {
  const ofIndex = rangeTexts.get(index) ?? new Map<string, RangeTexts>()
  rangeTexts.set(index, ofIndex)
  const shape = shapeOf(range)
  let texts = ofIndex.get(shape)
  if (!texts) {
    const condition = conditionOf(index, range, () => '?')
    const rows = `FROM ${quote(table.name)} INDEXED BY ${quote(index.name)} WHERE ${condition}`
    texts = {
      list: `SELECT record, checksum ${rows} ORDER BY ${orderOf(index, range)} LIMIT ? OFFSET ?`,
      count: `SELECT count(*) AS count ${rows}`,
    }
    ofIndex.set(shape, texts)
  }
  return texts
}
