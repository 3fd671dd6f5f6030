import type { RequestLogRecord } from './records.ts'
import { isChange } from './requestLogRecord.ts'
import type { DemoStorage, DemoWriter } from './schema.ts'

/** Delay before recorded requests are stored, so that the requests of a page share one transaction. */
const flushDelayMs = 300
/** Limits of the log. A replay needs the changes, so they are kept longer than reads. */
const maxReads = 300
const maxChanges = 3000

type NewRecord = Omit<RequestLogRecord, 'id'>

/** Keeps the requests that a page has not stored yet when the user leaves it. */
export interface UnstoredRequests {
  /** Calls `listener` when the user leaves the page, until the returned function is called. */
  onLeave(listener: () => void): () => void
  keep(records: readonly NewRecord[]): void
  /** Returns what other pages have kept, and forgets it. */
  take(): readonly NewRecord[]
}

export interface Recorder {
  add(record: NewRecord): void
  /** Stores pending entries now. */
  flush(): Promise<void>
  /** Discards pending entries, and those that other pages have kept. */
  drop(): void
}

/** Entries that are stored in one transaction. */
interface Batch {
  /** What earlier pages have kept. A page that was left while it stored them may have kept them too. */
  kept: readonly NewRecord[]
  added: readonly NewRecord[]
}

/**
 * Creates a recorder that stores requests in the world's storage in the background.
 *
 * @param unstored null where no page can be left.
 */
export function createRecorder(storage: DemoStorage, unstored: UnstoredRequests | null): Recorder {
  let pending: NewRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The entries whose transactions have not finished. */
  const running = new Set<Batch>()
  let stopListening: (() => void) | undefined

  /** Listens for the end of the page only while there are unstored entries: a tab creates a recorder for each state. */
  function updateListener(): void {
    if (pending.length + running.size > 0) stopListening ??= unstored?.onLeave(keepUnstored)
    else {
      stopListening?.()
      stopListening = undefined
    }
  }

  function takePending(): readonly NewRecord[] {
    clearTimeout(timer)
    timer = undefined
    const taken = pending
    pending = []
    return taken
  }

  async function flush(): Promise<void> {
    const batch: Batch = { kept: unstored?.take() ?? [], added: takePending() }
    if (batch.kept.length + batch.added.length === 0) return
    running.add(batch)
    updateListener()
    // If the entries cannot be stored (for example, the storage is full), drop them.
    await storage.write((db) => store(db, batch)).catch(() => undefined)
    running.delete(batch)
    updateListener()
  }

  function keepUnstored(): void {
    const batches = [...running]
    const unfinished = batches.flatMap(({ kept, added }) => [...kept, ...added])
    unstored?.keep([...unfinished, ...takePending()])
    // The storage runs an aborted transaction again if the user comes back to this page.
    for (const batch of batches) Object.assign(batch, { kept: [], added: [] })
    updateListener()
  }

  return {
    add(record) {
      pending.push(record)
      timer ??= setTimeout(() => void flush(), flushDelayMs)
      updateListener()
    },
    flush,
    drop() {
      takePending()
      unstored?.take()
      updateListener()
    },
  }
}

async function store(db: DemoWriter, { kept, added }: Batch): Promise<void> {
  const missing = kept.length > 0 ? await withoutStored(db, kept) : []
  const records = [...missing, ...added]
  let last = (await db.get('counters', 'exchanges'))?.last ?? 0
  for (const record of records) {
    last += 1
    await db.put('exchanges', { ...record, id: last })
  }
  await db.put('counters', { id: 'exchanges', last })
  // Only every 100 entries, because pruning reads the whole log.
  if (Math.floor(last / 100) > Math.floor((last - records.length) / 100)) await prune(db)
}

/** Returns the entries that are not in the log: the transaction of a page that the user left may have succeeded nevertheless. */
async function withoutStored(
  db: DemoWriter,
  records: readonly NewRecord[],
): Promise<readonly NewRecord[]> {
  const all = await db.all('exchanges')
  const stored = new Set(all.map(({ id: _id, ...record }) => JSON.stringify(record)))
  return records.filter((record) => !stored.has(JSON.stringify(record)))
}

async function prune(db: DemoWriter): Promise<void> {
  const all = await db.all('exchanges')
  const changes = all.filter(isChange)
  const reads = all.filter((record) => !isChange(record))
  const old = [...reads.slice(0, -maxReads), ...changes.slice(0, -maxChanges)]
  for (const { id } of old) await db.delete('exchanges', id)
}
