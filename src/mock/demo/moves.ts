import type { WorldRecord } from '../domain/records.ts'
import { scenarioOf } from '../scenarios/catalogue.ts'
import { keyOf } from '../scenarios/demoKeys.ts'
import { type Storage, StorageError } from '../storage/storage.ts'
import { readChanges } from './changesText.ts'
import type { DemoLink } from './link.ts'
import { emailOf, userOf } from './people.ts'
import { nowIn, type Place, plainWorld, recordFor, scenarioIn, type Surroundings } from './place.ts'
import { createRecorder } from './recorder.ts'
import { doAgain } from './replay.ts'
import type { View } from './view.ts'
import { cookieValue, fillAnew, fillOnce, logInAs } from './worlds.ts'

/** The ways in which a tab gets from one place to another. */
export function createMoves(surroundings: Surroundings) {
  const { machine, memory, cookie } = surroundings

  /** To a link's scenario: at its beginning, or as another tab that is in it has it. */
  async function toScenario(wanted: DemoLink): Promise<Place> {
    const view = viewOf(wanted, wanted.scenario ?? plainWorld)
    const { shared } = await surroundings.enter(view.world)
    const place = placeOf(view)
    if (shared) await findWorld(place)
    else await fill(place, { keepSessions: false })
    memory.save(view)
    return logInFor(place, wanted)
  }

  /** To where a tab was before. */
  async function back(view: View): Promise<Place> {
    await surroundings.enter(view.world)
    const place = placeOf(view)
    memory.save(view)
    // The plain world fills itself, and nothing of it needs to be known.
    if (view.world === plainWorld) return place
    try {
      await findWorld(place)
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      // Each request tells it, in words for its page.
      place.storage = broken(error)
    }
    return place
  }

  /** Where a tab is whose storage has failed as it was opened: each request tells it, in words for its page. */
  function withoutStorage(error: StorageError): Place {
    const place = placeOf(memory.load() ?? viewOf({}, plainWorld))
    place.storage = broken(error)
    return place
  }

  /** Brings the world back to its beginning, and the tab to its link. */
  async function reset(place: Place): Promise<Place> {
    place.recorder.drop()
    const next = placeOf(place.view)
    await fill(next, { keepSessions: true })
    surroundings.tell.reset(place.view.world)
    return asLinked(next)
  }

  /** Another tab has brought the world back to its beginning. */
  async function afterReset(place: Place): Promise<Place> {
    place.recorder.drop()
    const next = placeOf(place.view)
    await findWorld(next)
    return asLinked(next)
  }

  async function asLinked(place: Place): Promise<Place> {
    const { link, world, panel, own } = place.view
    place.view = { ...viewOf(link, world), panel, ...(own ? { own } : {}) }
    memory.save(place.view)
    return logInFor(place, link)
  }

  /** What a link without a scenario changes about the tab. */
  async function change(place: Place, wanted: DemoLink): Promise<Place> {
    const { as, now, latency, faults, transport, panel } = wanted
    withView(place, {
      link: { ...place.view.link, ...wanted },
      ...(now === undefined ? {} : { clock: clockAt(now) }),
      ...(latency === undefined ? {} : { latency }),
      ...(faults === undefined ? {} : { faults, counts: {} }),
      ...(transport === undefined ? {} : { transport }),
      ...(panel === undefined ? {} : { panel }),
    })
    return as === undefined ? place : logInHere(place, as)
  }

  /** Logs in whom the link names, in this tab alone; else whom its scenario begins with, for every tab. */
  async function logInFor(place: Place, wanted: DemoLink): Promise<Place> {
    const { as } = scenarioIn(place)
    if (wanted.as !== undefined) return logInHere(place, wanted.as)
    if (as === 'nobody') return place
    if (!cookie) return logInHere(place, as)
    if (!(await userOf(place, cookie.get()))) cookie.set(await begunSession(place, as))
    return place
  }

  /** Logs somebody in, or everybody out, in this tab alone. */
  async function logInHere(place: Place, as: string): Promise<Place> {
    const header = as === 'nobody' ? '' : await begunSession(place, as)
    return withView(place, { own: { cookie: cookieValue(header) ?? null } })
  }

  function begunSession(place: Place, as: string): Promise<string> {
    const email = emailOf(scenarioIn(place), as)
    return logInAs(place.storage, email, nowIn(place, surroundings), machine.randomBytes)
  }

  function withView(place: Place, changes: Partial<View>): Place {
    place.view = { ...place.view, ...changes }
    memory.save(place.view)
    return place
  }

  function viewOf(wanted: DemoLink, world: string): View {
    const scenario = scenarioOf(wanted.scenario ?? 'empty')
    return {
      link: wanted,
      world,
      ...(wanted.now === undefined ? {} : { clock: clockAt(wanted.now) }),
      latency: wanted.latency ?? scenario.latency ?? 0,
      faults: wanted.faults ?? scenario.faults ?? [],
      counts: {},
      transport: wanted.transport ?? 'worker',
      panel: wanted.panel ?? memory.load()?.panel ?? false,
    }
  }

  function clockAt(now: string): NonNullable<View['clock']> {
    return { shows: Date.parse(now), at: machine.now() }
  }

  function placeOf(view: View): Place {
    const storage = surroundings.storageOf(view.world)
    return { view, storage, world: beginning(view), recorder: createRecorder(storage) }
  }

  /** What a view's world is about when it begins now. */
  function beginning({ link, world }: View): WorldRecord {
    const { name, startsAt } = scenarioOf(link.scenario ?? 'empty')
    const now = machine.now()
    if (world === plainWorld) return recordFor(name, new Date(now).toISOString(), null, now)
    return recordFor(name, link.starts ?? new Date(startsAt).toISOString(), name, now)
  }

  async function fill(place: Place, how: { keepSessions: boolean }): Promise<void> {
    const { storage, world, view } = place
    const scenario = scenarioIn(place)
    await fillAnew(storage, world, await scenario.world(new Date(world.startsAt)), how)
    if (view.link.changes === undefined) return
    await doAgain(await readChanges(view.link.changes), {
      storage,
      keyOf: (name) => keyOf(scenario.name, name),
      randomBytes: machine.randomBytes,
    })
  }

  /** Takes the world as it is; one that nobody has filled yet is filled. */
  async function findWorld(place: Place): Promise<void> {
    const { storage, world } = place
    const known = await storage.read((db) => db.get('worlds', 'world'))
    if (known) place.world = known
    else {
      const data = await scenarioIn(place).world(new Date(world.startsAt))
      place.world = await fillOnce(storage, world, data)
    }
  }

  /** What a world is about, as it is kept: how often randomness was drawn changes. */
  async function worldOf({ storage, world }: Place): Promise<WorldRecord> {
    return (await storage.read((db) => db.get('worlds', 'world'))) ?? world
  }

  return {
    toScenario,
    back,
    withoutStorage,
    reset,
    afterReset,
    change,
    logInHere,
    withView,
    viewOf,
    worldOf,
  }
}

function broken(error: StorageError): Storage {
  return { read: () => Promise.reject(error), change: () => Promise.reject(error) }
}
