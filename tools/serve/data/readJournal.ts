import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

import type { Writer } from '#src/mock/domain/schema.ts'

/** The beginning of a data file of version 0.3. */
const journalStart = '{"format":"edesk-demo-data","version":2}\n'

/** The latest version of each record, by table and id. */
type JournalRecords = Map<string, Map<unknown, unknown>>

interface Change {
  table: string
  id: unknown
  /** The new record; left out if it was deleted. */
  record?: unknown
}

/** Whether a file is a data file of version 0.3. */
export function isJournal(file: string): boolean {
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return false
  const start = Buffer.alloc(journalStart.length)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, start)
  closeSync(descriptor)
  return start.toString() === journalStart
}

/**
 * Reads a data file of version 0.3: a header, and a line for each transaction. The last line is skipped if it is incomplete: its
 * transaction was never acknowledged.
 *
 * @throws Error that says what to do, if the file has another format or is damaged.
 */
export function readJournal(file: string): JournalRecords {
  if (!isJournal(file)) {
    throw new Error(`${file} is not a data file of version 0.3. Only those need an import.`)
  }
  const bytes = readFileSync(file)
  const records: JournalRecords = new Map()
  let number = 1
  let start = journalStart.length
  for (let end = bytes.indexOf('\n', start); end >= 0; end = bytes.indexOf('\n', start)) {
    number += 1
    for (const { table, id, record } of parseLine(
      file,
      bytes.toString('utf8', start, end),
      number,
    )) {
      let ofTable = records.get(table)
      if (!ofTable) records.set(table, (ofTable = new Map()))
      if (record === undefined) ofTable.delete(id)
      else ofTable.set(id, record)
    }
    start = end + 1
  }
  return records
}

function parseLine(file: string, line: string, number: number): Change[] {
  try {
    return JSON.parse(line) as Change[]
  } catch (error) {
    throw new Error(
      `${file} is damaged in line ${number}. Delete that line, then import it again.`,
      {
        cause: error,
      },
    )
  }
}

/** Writes the records of a journal. Returns how many there were. */
export async function writeJournal(records: JournalRecords, db: Writer): Promise<number> {
  let count = 0
  for (const [table, ofTable] of records) {
    const all = [...ofTable.values()]
    // The journal holds what this program's storage has written, so its tables and records have these types.
    await db.putAll(
      table as Parameters<Writer['putAll']>[0],
      all as Parameters<Writer['putAll']>[1],
    )
    count += all.length
  }
  return count
}
