import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'

import { openStorage } from '../../tools/serve/data/openStorage.ts'
import { eventually } from '../support/eventually.ts'
import { openStream, startHostWithStreams } from '../support/changeStreams.ts'
import { createTokenOverHttp, logIn } from '../support/http.ts'
import { createDatabase, hasPostgres } from '../support/postgres/databases.ts'
import { cutListeners, listening } from '../support/postgres/listeners.ts'
import { timeFactor } from '../support/timeFactor.ts'

const soon = { interval: 5, timeout: 900 * timeFactor }

/** Starts a host on a database, until the test ends. */
async function startHost(database: string): Promise<number> {
  const opened = await openStorage({
    data: undefined,
    database,
    fill: (db) => seed(db, defaultWorld(new Date('2026-11-24T09:00:00Z'))),
    command: 'host',
    onDamage: () => undefined,
  })
  onTestFinished(opened.close)
  return (await startHostWithStreams({ opened, intervalMs: 0 })).port
}

/** Starts two hosts, and opens a stream at the second one. */
async function start() {
  const database = await createDatabase()
  const [one, other] = [await startHost(database), await startHost(database)]
  const session = await logIn(one)
  await listening(database, 2)
  return { database, one, session, stream: await openStream(other, session) }
}

describe.skipIf(!hasPostgres)('a change at one of two hosts', () => {
  it('reaches a stream of the other one well within a second', async () => {
    const { one, session, stream } = await start()
    await eventually(() => expect(stream.events()).toBeGreaterThan(0))
    const before = stream.events()
    await createTokenOverHttp(one, session)
    await vi.waitFor(() => expect(stream.events()).toBeGreaterThan(before), soon)
  })

  it('reaches it also after the hosts have lost their connections to the channel', async () => {
    const { database, one, session, stream } = await start()
    await eventually(() => expect(stream.events()).toBeGreaterThan(0))
    const before = stream.events()
    await cutListeners(database)
    await createTokenOverHttp(one, session)
    await vi.waitFor(() => expect(stream.events()).toBeGreaterThan(before), soon)
    await listening(database, 2)
  })
})
