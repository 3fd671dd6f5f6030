import type { ExchangeRecord } from '../domain/records.ts'
import type { Storage, Writer } from '../storage/storage.ts'

/** How long what was recorded may wait to be kept, in milliseconds: a screen's requests are kept together. */
const patience = 300
/** How much of it is kept: what was only read is soon of no use, what was changed is needed to do it again. */
const mostReads = 300
const mostChanges = 3000

export interface Recorder {
  add(exchange: Omit<ExchangeRecord, 'id'>): void
  /** Keeps what still waits. */
  flush(): Promise<void>
  /** Forgets what still waits. */
  drop(): void
}

/** Records what a backend was asked, beside its data, without keeping anybody waiting. */
export function createRecorder(storage: Storage): Recorder {
  let waiting: Omit<ExchangeRecord, 'id'>[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const exchanges = waiting
    waiting = []
    if (exchanges.length === 0) return
    // A record that cannot be kept, as where the storage is full, is of no more use than that it failed.
    await storage.change((db) => keep(db, exchanges)).catch(() => undefined)
  }

  return {
    add(exchange) {
      waiting.push(exchange)
      timer ??= setTimeout(() => void flush(), patience)
    },
    flush,
    drop() {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}

/** Whether a request may have changed something: of the public API each one does, as it counts. */
export function isChange({ method, surface }: Pick<ExchangeRecord, 'method' | 'surface'>): boolean {
  return surface === 'public' || !['GET', 'HEAD'].includes(method)
}

async function keep(db: Writer, exchanges: readonly Omit<ExchangeRecord, 'id'>[]): Promise<void> {
  let last = (await db.get('counters', 'exchanges'))?.last ?? 0
  for (const exchange of exchanges) {
    last += 1
    await db.put('exchanges', { ...exchange, id: last })
  }
  await db.put('counters', { id: 'exchanges', last })
  // From time to time, as it takes reading all of them.
  if (Math.floor(last / 100) > Math.floor((last - exchanges.length) / 100)) await prune(db)
}

async function prune(db: Writer): Promise<void> {
  const all = await db.all('exchanges')
  const changes = all.filter(isChange)
  const reads = all.filter((exchange) => !isChange(exchange))
  const old = [...reads.slice(0, -mostReads), ...changes.slice(0, -mostChanges)]
  for (const { id } of old) await db.delete('exchanges', id)
}
