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

/** Creates the functions that change a tab's state: its world and its view. */
export function createMoves(surroundings: Surroundings) {
  const { machine, memory, cookie } = surroundings

  /** Opens a link's scenario. Resets its world unless another tab uses it. */
  async function toScenario(demoLink: DemoLink): Promise<Place> {
    const view = viewOf(demoLink, demoLink.scenario ?? plainWorld)
    const { shared } = await surroundings.enter(view.world)
    const place = createPlace(view)
    if (shared) await loadWorld(place)
    else await fillWorld(place, { keepSessions: false })
    memory.save(view)
    return logInInitialUser(place, demoLink)
  }

  /** Restores a tab's previous view. */
  async function back(view: View): Promise<Place> {
    await surroundings.enter(view.world)
    const place = createPlace(view)
    memory.save(view)
    // The plain world is seeded by its storage and needs no world record.
    if (view.world === plainWorld) return place
    try {
      await loadWorld(place)
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      // Each request reports the error to its page.
      place.storage = failingStorage(error)
    }
    return place
  }

  /** Returns a state for a tab whose storage cannot be opened. Each request then reports the error to its page. */
  function withoutStorage(error: StorageError): Place {
    const place = createPlace(memory.load() ?? viewOf({}, plainWorld))
    place.storage = failingStorage(error)
    return place
  }

  /** Resets the world, and the tab to its link. */
  async function reset(place: Place): Promise<Place> {
    place.recorder.drop()
    const next = createPlace(place.view)
    await fillWorld(next, { keepSessions: true })
    surroundings.tell.reset(place.view.world)
    return resetToLink(next)
  }

  /** Reloads the world after another tab has reset it, and resets this tab to its link. */
  async function afterReset(place: Place): Promise<Place> {
    place.recorder.drop()
    const next = createPlace(place.view)
    await loadWorld(next)
    return resetToLink(next)
  }

  async function resetToLink(place: Place): Promise<Place> {
    const { link, world, panel, own } = place.view
    place.view = { ...viewOf(link, world), panel, ...(own ? { own } : {}) }
    memory.save(place.view)
    return logInInitialUser(place, link)
  }

  /** Applies a link without a scenario to the tab. */
  async function change(place: Place, demoLink: DemoLink): Promise<Place> {
    const { as, now, latency, faults, transport, panel } = demoLink
    withView(place, {
      link: { ...place.view.link, ...demoLink },
      ...(now === undefined ? {} : { clock: clockAt(now) }),
      ...(latency === undefined ? {} : { latency }),
      ...(faults === undefined ? {} : { faults, counts: {} }),
      ...(transport === undefined ? {} : { transport }),
      ...(panel === undefined ? {} : { panel }),
    })
    return as === undefined ? place : logInHere(place, as)
  }

  /** Logs in the link's user in this tab only. Without one, logs in the scenario's user for all tabs. */
  async function logInInitialUser(place: Place, demoLink: DemoLink): Promise<Place> {
    const { as } = scenarioIn(place)
    if (demoLink.as !== undefined) return logInHere(place, demoLink.as)
    if (as === 'nobody') return place
    if (!cookie) return logInHere(place, as)
    if (!(await userOf(place, cookie.get()))) cookie.set(await startSession(place, as))
    return place
  }

  /** Logs a user in or, for `nobody`, out; in this tab only. */
  async function logInHere(place: Place, as: string): Promise<Place> {
    const header = as === 'nobody' ? '' : await startSession(place, as)
    return withView(place, { own: { cookie: cookieValue(header) ?? null } })
  }

  function startSession(place: Place, as: string): Promise<string> {
    const email = emailOf(scenarioIn(place), as)
    return logInAs(place.storage, email, nowIn(place, surroundings), machine.randomBytes)
  }

  function withView(place: Place, changes: Partial<View>): Place {
    place.view = { ...place.view, ...changes }
    memory.save(place.view)
    return place
  }

  function viewOf(demoLink: DemoLink, world: string): View {
    const scenario = scenarioOf(demoLink.scenario ?? 'empty')
    return {
      link: demoLink,
      world,
      ...(demoLink.now === undefined ? {} : { clock: clockAt(demoLink.now) }),
      latency: demoLink.latency ?? scenario.latency ?? 0,
      faults: demoLink.faults ?? scenario.faults ?? [],
      counts: {},
      transport: demoLink.transport ?? 'worker',
      panel: demoLink.panel ?? memory.load()?.panel ?? false,
    }
  }

  function clockAt(now: string): NonNullable<View['clock']> {
    return { shows: Date.parse(now), at: machine.now() }
  }

  function createPlace(view: View): Place {
    const storage = surroundings.storageOf(view.world)
    return { view, storage, world: newWorldRecord(view), recorder: createRecorder(storage) }
  }

  /** Creates the world record of a view's world that starts now. */
  function newWorldRecord({ link, world }: View): WorldRecord {
    const { name, startsAt } = scenarioOf(link.scenario ?? 'empty')
    const now = machine.now()
    if (world === plainWorld) return recordFor(name, new Date(now).toISOString(), null, now)
    return recordFor(name, link.starts ?? new Date(startsAt).toISOString(), name, now)
  }

  async function fillWorld(place: Place, options: { keepSessions: boolean }): Promise<void> {
    const { storage, world, view } = place
    const scenario = scenarioIn(place)
    await fillAnew(storage, world, await scenario.world(new Date(world.startsAt)), options)
    if (view.link.changes === undefined) return
    await doAgain(await readChanges(view.link.changes), {
      storage,
      keyOf: (name) => keyOf(scenario.name, name),
      randomBytes: machine.randomBytes,
    })
  }

  /** Loads the world record, and seeds the world if it is empty. */
  async function loadWorld(place: Place): Promise<void> {
    const { storage, world } = place
    const existing = await storage.read((db) => db.get('worlds', 'world'))
    if (existing) place.world = existing
    else {
      const data = await scenarioIn(place).world(new Date(world.startsAt))
      place.world = await fillOnce(storage, world, data)
    }
  }

  /** Reads the current world record: its count of random draws changes. */
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

function failingStorage(error: StorageError): Storage {
  return { read: () => Promise.reject(error), change: () => Promise.reject(error) }
}
