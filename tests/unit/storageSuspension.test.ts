import 'fake-indexeddb/auto'

import { afterEach, describe, expect, it, vi } from 'vitest'

import type { UserRecord } from '#src/mock/domain/records.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { createSuspension } from '#src/mock/storage/suspension.ts'

let databases = 0
const ada: UserRecord = {
  id: 'ada',
  businessId: 'b',
  name: 'Ada',
  email: 'ada@example.com',
  role: 'agent',
  passwordHash: '',
  number: 1,
}

/** A page with a storage. `leave` and `comeBack` simulate the back/forward cache. */
function openPage(name: string, fill?: (db: Writer) => Promise<void>) {
  const page = new EventTarget()
  return {
    storage: createIndexedDbStorage(schema, name, fill, { suspension: createSuspension(page) }),
    leave: () => page.dispatchEvent(new Event('pagehide')),
    comeBack: () => page.dispatchEvent(new Event('pageshow')),
  }
}

const freshName = () => `suspended-${++databases}`
const adaOf = ({ storage }: ReturnType<typeof openPage>) =>
  storage.read((db) => db.get('users', 'ada'))

describe('a page that the user leaves', () => {
  it('aborts its transactions, so that another page can access the data', async () => {
    const name = freshName()
    const left = openPage(name)
    const writing = startUnending(left)
    await writing.begun
    left.leave()
    expect(await adaOf(openPage(name))).toBeUndefined()
  })

  it('aborts filling a new database, so that another page can fill it', async () => {
    const name = freshName()
    const begun = Promise.withResolvers<undefined>()
    const left = openPage(name, async (db) => {
      begun.resolve(undefined)
      await keepBusy(db)
    })
    await begun.promise
    left.leave()
    expect(await adaOf(openPage(name, (db) => db.put('users', ada)))).toEqual(ada)
  })

  it('keeps the writes of completed transactions', async () => {
    const name = freshName()
    const left = openPage(name)
    await left.storage.write((db) => db.put('users', ada))
    left.leave()
    expect(await adaOf(openPage(name))).toEqual(ada)
  })

  it('starts no transaction until it comes back', async () => {
    const page = openPage(freshName())
    page.leave()
    const work = vi.fn(async () => 'read')
    const reading = page.storage.read(work)
    await new Promise((resolve) => setImmediate(resolve))
    expect(work).not.toHaveBeenCalled()
    page.comeBack()
    expect(await reading).toBe('read')
  })
})

describe('a page that comes back', () => {
  it('repeats aborted transactions once', async () => {
    const page = openPage(freshName())
    const begun = Promise.withResolvers<undefined>()
    let runs = 0
    const writing = page.storage.write(async (db) => {
      runs += 1
      await db.put('users', { ...ada, name: `Ada ${runs}` })
      begun.resolve(undefined)
      if (runs === 1) await keepBusy(db)
      return runs
    })
    await begun.promise
    page.leave()
    page.comeBack()
    expect(await writing).toBe(2)
    expect(await adaOf(page)).toMatchObject({ name: 'Ada 2' })
  })

  it('reports an error that has another cause', async () => {
    const page = openPage(freshName())
    page.leave()
    page.comeBack()
    const failing = page.storage.write(() => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
  })
})

describe('a transaction that others block', () => {
  afterEach(() => void vi.useRealTimers())

  it('times out after some seconds with the error that the storage cannot be reached', async () => {
    const name = freshName()
    const [busy, waiting] = [openPage(name), openPage(name)]
    await waiting.storage.read(async () => undefined)
    const writing = startUnending(busy)
    await writing.begun
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const reading = expect(adaOf(waiting)).rejects.toMatchObject({ kind: 'unavailable' })
    // The timer starts once the connection is open.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(20_000)
    await reading
    busy.leave()
  })
})

describe('opening a database', () => {
  it('succeeds although the page is busy for longer than the time limit', async () => {
    const opening = createIndexedDbStorage(schema, freshName(), (db) => db.put('users', ada), {
      openTimeoutMs: 100,
    }).read((db) => db.get('users', 'ada'))
    const end = performance.now() + 200
    while (performance.now() < end);
    expect(await opening).toEqual(ada)
  })
})

/** Starts a writing transaction that runs until it is aborted. */
function startUnending({ storage }: ReturnType<typeof openPage>) {
  const begun = Promise.withResolvers<undefined>()
  void storage.write(async (db) => {
    await db.put('users', ada)
    begun.resolve(undefined)
    await keepBusy(db)
  })
  return { begun: begun.promise }
}

/** Sends requests until the transaction is aborted. */
async function keepBusy(db: Writer): Promise<never> {
  for (;;) await db.get('users', 'nobody')
}
