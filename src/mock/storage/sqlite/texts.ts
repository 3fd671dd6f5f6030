import type { IndexRange } from '../port.ts'
import { conditionOf, orderOf, shapeOf } from '../sql/ranges.ts'
import { quote, type Table, type TableIndex } from '../sql/tables.ts'

// To put a text together takes longer than to run its statement, so each is kept.

/** With this many indexes, to find out which ones a record changes takes less time than to write all of them. */
const manyIndexes = 4

/** The texts of the statements on single records of a table. */
interface RecordTexts {
  get: string
  put: string
  /**
   * Compares the indexed values of a stored record with new ones: each column is 1 if the value is another one. Only tables with
   * many indexes have it.
   */
  compare: string | undefined
  /** Puts the row of the projection, if the table has one. */
  putRow: string | undefined
}

const recordTexts = new WeakMap<Table, RecordTexts>()

/** Returns the texts of the statements on single records of a table. */
export function recordTextsOf(table: Table): RecordTexts {
  const { name, fields, rows, indexes } = table
  let texts = recordTexts.get(table)
  if (!texts) {
    const get = `SELECT record, checksum FROM ${quote(name)} WHERE id = ?`
    const putRow = rows === undefined ? undefined : putText(rows, [])
    const compare = indexes.size < manyIndexes ? undefined : compareText(name, fields)
    texts = { get, put: putText(name, fields), compare, putRow }
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

function compareText(table: string, fields: readonly string[]): string {
  const comparisons = fields.map(quote).map((column) => `${column} IS NOT ? AS ${column}`)
  return `SELECT ${comparisons.join(', ')} FROM ${quote(table)} WHERE id = ?`
}

const updateTexts = new WeakMap<Table, Map<string, string>>()

/** Returns the text of the statement that changes a stored record and these of its indexed fields. */
export function updateTextOf(table: Table, fields: readonly string[]): string {
  const ofTable = updateTexts.get(table) ?? new Map<string, string>()
  updateTexts.set(table, ofTable)
  const shape = fields.join(' ')
  let text = ofTable.get(shape)
  if (text === undefined) {
    const changes = ['record', 'checksum', ...fields].map((column) => `${quote(column)} = ?`)
    text = `UPDATE ${quote(table.name)} SET ${changes.join(', ')} WHERE id = ?`
    ofTable.set(shape, text)
  }
  return text
}

/**
 * A parameter for a number of rows. Without the sign, SQLite prepares the statement again whenever it gets a value, because the
 * best plan may depend on it. That takes longer than to run most statements.
 */
const rowCount = '+?'

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
      list:
        `SELECT record, checksum ${rows} ORDER BY ${orderOf(index, range)} ` +
        `LIMIT ${rowCount} OFFSET ${rowCount}`,
      count: `SELECT count(*) AS count ${rows}`,
    }
    ofIndex.set(shape, texts)
  }
  return texts
}
