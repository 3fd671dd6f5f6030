import type { ExchangeRecord } from '../domain/records.ts'
import { keyOf } from '../scenarios/demoKeys.ts'
import { scenarioOf } from '../scenarios/catalogue.ts'
import { emptyWorld, seed, type World } from '../scenarios/world.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { changesText } from './changesText.ts'
import type { DemoControl, DemoState } from './demoControl.ts'
import {
  type DemoFile,
  exportedTables,
  faultsForFile,
  faultsOfFile,
  readDemoFile,
} from './demoFile.ts'
import { parseFault } from './faults.ts'
import { type DemoLink, formatLink } from './link.ts'
import { type Place, recordFor, type Surroundings } from './place.ts'
import { createRecorder, isChange } from './recorder.ts'
import { doAgain } from './replay.ts'
import { cookieValue, fillAnew, logInAs } from './worlds.ts'

/** The world of a demo that was brought in from a file. */
const importedWorld = 'imported'

/** What a demo can be taken away with: links that hold it, files, and doing again what they recorded. */
export function createDemoFiles({
  here,
  surroundings,
  move,
  state,
}: {
  here: () => Promise<Place>
  surroundings: Surroundings
  move: (step: (place: Place) => Promise<Place>) => Promise<DemoState>
  state: () => Promise<DemoState>
}): Pick<DemoControl, 'link' | 'export' | 'import' | 'replay'> {
  const { machine } = surroundings

  async function exchangesOf({ storage, recorder }: Place): Promise<ExchangeRecord[]> {
    await recorder.flush()
    return storage.read((db) => db.all('exchanges'))
  }

  return {
    async link() {
      const place = await here()
      const now = await state()
      const deeds = (await exchangesOf(place)).filter(hasDoneSomething)
      const changes = deeds.length > 0 ? await changesText(deeds) : undefined
      const as = personOf(now)
      const link: DemoLink = {
        scenario: now.scenario,
        ...(as ? { as } : {}),
        now: now.now,
        latency: now.latency,
        faults: now.faults,
        ...(now.transport === 'page' ? { transport: now.transport } : {}),
        ...(now.panel ? { panel: true } : {}),
        ...(startsElsewhere(now) ? { starts: now.startsAt } : {}),
        ...(changes === undefined ? {} : { changes }),
      }
      const whole = deeds.length === 0 || (changes !== undefined && now.seed !== null)
      return { link: formatLink(link), exact: whole && as !== undefined }
    },

    async export() {
      const place = await here()
      const now = await state()
      const exchanges = await exchangesOf(place)
      const records = await place.storage.read(async (db) => {
        const tables = exportedTables.map(async (name) => [name, await db.all(name)] as const)
        return Object.fromEntries(await Promise.all(tables)) as unknown as World
      })
      return {
        format: 'edesk-demo',
        version: 1,
        scenario: now.scenario,
        startsAt: now.startsAt,
        seed: now.seed,
        view: {
          as: now.as,
          now: now.now,
          latency: now.latency,
          faults: faultsForFile(now.faults),
        },
        records,
        exchanges,
      }
    },

    import: async (given) => {
      const file = readDemoFile(given)
      return move((place) => bringIn(file, place))
    },

    async replay(given) {
      const file = readDemoFile(given)
      const storage = createMemoryStorage()
      const record = recordFor(file.scenario, file.startsAt, file.seed, machine.now())
      const world = await scenarioOf(file.scenario).world(new Date(file.startsAt))
      await storage.change((db) => seed(db, { ...world, worlds: [record] }))
      return doAgain(file.exchanges.filter(hasDoneSomething), {
        storage,
        keyOf: (name) => keyOf(file.scenario, name),
        randomBytes: machine.randomBytes,
      })
    },
  }

  async function bringIn(file: DemoFile, { view }: Place): Promise<Place> {
    await surroundings.enter(importedWorld)
    const storage = surroundings.storageOf(importedWorld)
    const now = Date.parse(file.view.now)
    const begun = machine.now() - (now - Date.parse(file.startsAt))
    const world = {
      ...(file.records.worlds[0] ?? recordFor(file.scenario, file.startsAt, file.seed, begun)),
      seededAt: new Date(begun).toISOString(),
    }
    const data = { ...emptyWorld(), ...file.records, exchanges: [...file.exchanges] }
    await fillAnew(storage, world, data, { keepSessions: false })
    const header =
      file.view.as === 'nobody'
        ? ''
        : await logInAs(storage, file.view.as, new Date(now), machine.randomBytes)
    const next: Place = {
      view: {
        link: { scenario: file.scenario },
        world: importedWorld,
        own: { cookie: cookieValue(header) ?? null },
        latency: file.view.latency,
        faults: faultsOfFile(file),
        counts: {},
        transport: view.transport,
        panel: view.panel,
      },
      storage,
      world,
      recorder: createRecorder(storage),
    }
    surroundings.memory.save(next.view)
    return next
  }
}

/** Whether a request is needed to come to the same state again. */
function hasDoneSomething(exchange: ExchangeRecord): boolean {
  if (!isChange(exchange)) return false
  const what = exchange.fault === null ? undefined : parseFault(exchange.fault)?.what
  if (typeof what === 'number' || what === 'lost' || what === 'never') return false
  // What the management API refuses leaves nothing behind; the public API counts and records it.
  return exchange.surface === 'public' || exchange.status < 400
}

function personOf({ as, scenario }: DemoState) {
  const { admin, agent } = scenarioOf(scenario).accounts
  if (as === 'nobody') return as
  if (as === admin) return 'admin'
  return as === agent ? 'agent' : undefined
}

function startsElsewhere({ scenario, startsAt }: DemoState): boolean {
  return Date.parse(startsAt) !== Date.parse(scenarioOf(scenario).startsAt)
}
