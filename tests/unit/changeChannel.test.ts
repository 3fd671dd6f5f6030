import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { openChangeChannel } from '#src/mock/storage/postgres/changeChannel.ts'
import { connectionOptions } from '#src/mock/storage/postgres/connections.ts'

import { eventually } from '../support/eventually.ts'
import { asSuperuser, createDatabase, hasPostgres } from '../support/postgres/databases.ts'
import { cutListeners, listening } from '../support/postgres/listeners.ts'

/** Opens a channel of a host, until the test ends. */
function open(database: string, name = 'edesk_1') {
  const changed = vi.fn()
  const channel = openChangeChannel(connectionOptions('public', database), name, changed)
  onTestFinished(channel.close)
  return { ...channel, changed }
}

/** Opens the channels of two hosts, and waits until both listen. */
async function openTwo() {
  const database = await createDatabase()
  const [one, other] = [open(database), open(database)]
  await eventually(() => {
    for (const { changed } of [one, other]) expect(changed).toHaveBeenCalledTimes(1)
  })
  one.changed.mockClear()
  other.changed.mockClear()
  return { database, one, other }
}

describe.skipIf(!hasPostgres)('the channel between the hosts of a database', () => {
  it('announces a change to the other host only', async () => {
    const { one, other } = await openTwo()
    one.announce()
    await eventually(() => expect(other.changed).toHaveBeenCalledTimes(1))
    // PostgreSQL delivers notifications in their order, so the own one would arrive before this.
    other.announce()
    await eventually(() => expect(one.changed).toHaveBeenCalledTimes(1))
    expect(other.changed).toHaveBeenCalledTimes(1)
  })

  it('announces changes that follow each other quickly together', async () => {
    const { one, other } = await openTwo()
    for (let count = 0; count < 20; count += 1) one.announce()
    await eventually(() => expect(other.changed).toHaveBeenCalledTimes(2))
    other.announce()
    await eventually(() => expect(one.changed).toHaveBeenCalledTimes(1))
    expect(other.changed).toHaveBeenCalledTimes(2)
  })

  it('announces a change when a lost connection is back, because one may have been missed', async () => {
    const { database, one, other } = await openTwo()
    await cutListeners(database)
    await eventually(() => {
      for (const { changed } of [one, other]) expect(changed).toHaveBeenCalledTimes(1)
    })
    one.announce()
    await eventually(() => expect(other.changed).toHaveBeenCalledTimes(2))
  })

  it('keeps a change until it can be announced', async () => {
    const { database, one, other } = await openTwo()
    const name = new URL(database).pathname.slice(1)
    await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await cutListeners(database)
    await listening(database, 0)
    one.announce()
    await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await eventually(() => expect(one.changed).toHaveBeenCalledTimes(1))
    await eventually(() => expect(other.changed).toHaveBeenCalled())
    await eventually(async () => {
      const [last] = await asSuperuser(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}' AND query LIKE 'NOTIFY %'`,
      )
      expect(Number(last?.count)).toBe(1)
    })
  })

  it('separates the versions of the data, whose channels have different names', async () => {
    const { database, one, other } = await openTwo()
    const later = open(database, 'edesk_2')
    await eventually(() => expect(later.changed).toHaveBeenCalledTimes(1))
    later.announce()
    one.announce()
    await eventually(() => expect(other.changed).toHaveBeenCalledTimes(1))
    other.announce()
    await eventually(() => expect(one.changed).toHaveBeenCalledTimes(1))
    expect(later.changed).toHaveBeenCalledTimes(1)
  })

  it('has no connection after it was closed', async () => {
    const { database, one, other } = await openTwo()
    await one.close()
    await listening(database, 1)
    await other.close()
    await listening(database, 0)
  })
})
