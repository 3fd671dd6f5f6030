import type { RequestLogRecord } from './records.ts'
import { isChange } from './requestLogRecord.ts'
import type { DemoStorage, DemoWriter } from './schema.ts'

/** Delay before recorded requests are stored, so that the requests of a page share one transaction. */
const flushDelayMs = 300
/** Limits of the log. A replay needs the changes, so they are kept longer than reads. */
const maxReads = 300
const maxChanges = 3000

export interface Recorder {
  add(record: Omit<RequestLogRecord, 'id'>): void
  /** Stores pending entries now. */
  flush(): Promise<void>
  /** Discards pending entries. */
  drop(): void
}

/** Creates a recorder that stores requests in the world's storage in the background. */
export function createRecorder(storage: DemoStorage): Recorder {
  let pending: Omit<RequestLogRecord, 'id'>[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const records = pending
    pending = []
    if (records.length === 0) return
    // If the entries cannot be stored (for example, the storage is full), drop them.
    await storage.write((db) => store(db, records)).catch(() => undefined)
  }

  return {
    add(record) {
      pending.push(record)
      timer ??= setTimeout(() => void flush(), flushDelayMs)
    },
    flush,
    drop() {
      clearTimeout(timer)
      timer = undefined
      pending = []
    },
  }
}

async function store(
  db: DemoWriter,
  records: readonly Omit<RequestLogRecord, 'id'>[],
): Promise<void> {
  let last = (await db.get('counters', 'exchanges'))?.last ?? 0
  for (const record of records) {
    last += 1
    await db.put('exchanges', { ...record, id: last })
  }
  await db.put('counters', { id: 'exchanges', last })
  // Only every 100 entries, because pruning reads the whole log.
  if (Math.floor(last / 100) > Math.floor((last - records.length) / 100)) await prune(db)
}

async function prune(db: DemoWriter): Promise<void> {
  const all = await db.all('exchanges')
  const changes = all.filter(isChange)
  const reads = all.filter((record) => !isChange(record))
  const old = [...reads.slice(0, -maxReads), ...changes.slice(0, -maxChanges)]
  for (const { id } of old) await db.delete('exchanges', id)
}
