import type { WorldRecord } from './records.ts'
import { scenarioOf } from './scenarios.ts'
import { keyOf } from '../scenarios/demoKeys.ts'
import type { StorageError } from '../storage/port.ts'
import { decodeChanges } from './changesCodec.ts'
import type { DemoLink } from './demoLink.ts'
import { cookieValue, emailOf, logInAs, sessionUserOf } from './demoSessions.ts'
import {
  currentTime,
  type DemoContext,
  plainWorld,
  createWorldRecord,
  currentScenario,
  type DemoEnvironment,
} from './demoContext.ts'
import { createRecorder } from './recorder.ts'
import type { DemoStorage } from './schema.ts'
import { replayRequests } from './replay.ts'
import { createUnstoredWorlds } from './unstoredWorlds.ts'
import type { LastTab, View } from './view.ts'
import { keepOriginals } from './originals.ts'
import { plainWorldRecord, replaceData, restoreData, seedIfEmpty } from './seedWorld.ts'

/** Creates the functions that change a tab's state: its world and its view. */
export function createContextTransitions(environment: DemoEnvironment) {
  const { machine, memory, cookie } = environment
  const unstoredWorlds = createUnstoredWorlds(environment, logInInitialUser)

  /**
   * Opens a link's scenario. Resets its world unless another tab uses it. A link with changes restores one state, so it resets the
   * world for all tabs.
   */
  async function openScenario(demoLink: DemoLink): Promise<DemoContext> {
    const view = viewOf(demoLink, demoLink.scenario ?? plainWorld)
    const { shared } = await environment.joinWorld(view.world)
    const context = createContext(view)
    const joins = shared && demoLink.changes === undefined
    if (joins) await loadWorld(context)
    else if (await canOpenUnstored(demoLink, view)) return unstoredWorlds.open(context)
    else await fillWorld(context, { keepSessions: shared })
    memory.save(view)
    if (shared && !joins) {
      environment.notify.reset(view.world)
      environment.notify.change()
    }
    return logInInitialUser(context, demoLink)
  }

  /** Whether the world of a link can be opened before it is stored: it is new, and the link has no changes to replay. */
  async function canOpenUnstored({ changes }: DemoLink, { world }: View): Promise<boolean> {
    if (!environment.fillsInBackground || changes !== undefined) return false
    const storage = environment.storageOf(world)
    return (await storage.read((db) => db.get('worlds', 'world'))) === undefined
  }

  /** Joins the world of the tab that the user was last active in, as the same person if their session still exists. */
  async function joinLastTab({ world, own, scenario }: LastTab): Promise<DemoContext> {
    const view = viewOf(scenario ? { scenario } : {}, world)
    const context = await restoreView(own ? { ...view, own } : view)
    if (!own?.cookie || (await sessionUserOf(context, environment, own.cookie))) return context
    context.view = view
    memory.save(view)
    return context
  }

  /** Restores a tab's previous view. */
  async function restoreView(view: View): Promise<DemoContext> {
    await environment.joinWorld(view.world)
    const context = createContext(view)
    memory.save(view)
    // The plain world is seeded by its storage and needs no world record.
    if (view.world === plainWorld || !(await loadWorld(context)).isNew) return context
    // The tab was left before its world was stored, or the site's data were deleted.
    return logInInitialUser(context, view.link)
  }

  /** Returns a state for a tab whose storage cannot be opened. Each request then reports the error to its page. */
  function withoutStorage(error: StorageError): DemoContext {
    const context = createContext(memory.load() ?? viewOf({}, plainWorld))
    return { ...context, storage: failingStorage(error), isWithoutStorage: true }
  }

  /** Resets the world, and the tab to its link. */
  async function reset(context: DemoContext): Promise<DemoContext> {
    context.recorder.drop()
    if (context.storing) {
      const { link, world, panel } = context.view
      const next = createContext({ ...viewOf(link, world), panel })
      return unstoredWorlds.reset(next, context.storing)
    }
    const next = createContext(context.view)
    await fillWorld(next, { keepSessions: true })
    environment.notify.reset(context.view.world)
    return resetToLink(next)
  }

  /** Reloads the world after another tab has reset it, and resets this tab to its link. */
  async function reloadAfterReset(context: DemoContext): Promise<DemoContext> {
    context.recorder.drop()
    const next = createContext(context.view)
    await loadWorld(next)
    return resetToLink(next)
  }

  async function resetToLink(context: DemoContext): Promise<DemoContext> {
    const { link, world, panel, own } = context.view
    context.view = { ...viewOf(link, world), panel, ...(own ? { own } : {}) }
    memory.save(context.view)
    return logInInitialUser(context, link)
  }

  /** Applies a link without a scenario to the tab. */
  async function applyLink(context: DemoContext, demoLink: DemoLink): Promise<DemoContext> {
    const { as, now, clock, from, latency, faults, transport, panel } = demoLink
    // Everything that can fail comes before the first change.
    const own = as === undefined ? undefined : await startOwnSession(context, as)
    return withView(context, {
      link: { ...context.view.link, ...demoLink },
      ...(own ? { own } : {}),
      ...(now === undefined && clock === undefined
        ? {}
        : { clock: clockAt(now ?? currentTime(context, environment), clock) }),
      ...(from === undefined ? {} : { address: from }),
      ...(latency === undefined ? {} : { latency }),
      ...(faults === undefined ? {} : { faults, counts: {} }),
      ...(transport === undefined ? {} : { transport }),
      ...(panel === undefined ? {} : { panel }),
    })
  }

  /** Logs in the link's user in this tab only. Without one, logs in the scenario's user for all tabs. */
  async function logInInitialUser(context: DemoContext, demoLink: DemoLink): Promise<DemoContext> {
    const { as } = currentScenario(context)
    if (demoLink.as !== undefined) return logInHere(context, demoLink.as)
    if (as === 'nobody') return context
    if (!cookie) return logInHere(context, as)
    const { world } = context.view
    if (!(await sessionUserOf(context, environment, cookie.get(world)))) {
      cookie.set(world, await startSession(context, as))
    }
    return context
  }

  /** Logs a user in or, for `nobody`, out; in this tab only. */
  async function logInHere(context: DemoContext, as: string): Promise<DemoContext> {
    return withView(context, { own: await startOwnSession(context, as) })
  }

  /** Starts a session that only this tab uses; none for `nobody`. The tab's view does not change. */
  async function startOwnSession(
    context: DemoContext,
    as: string,
    now = currentTime(context, environment),
  ): Promise<NonNullable<View['own']>> {
    const header = as === 'nobody' ? '' : await startSession(context, as, now)
    return { cookie: cookieValue(header) ?? null }
  }

  function startSession(
    context: DemoContext,
    as: string,
    now = currentTime(context, environment),
  ): Promise<string> {
    const email = emailOf(currentScenario(context), as)
    return logInAs(context.storage, email, now, machine.randomBytes)
  }

  function withView(context: DemoContext, changes: Partial<View>): DemoContext {
    context.view = { ...context.view, ...changes }
    memory.save(context.view)
    return context
  }

  function viewOf(demoLink: DemoLink, world: string): View {
    const scenario = scenarioOf(demoLink.scenario ?? 'empty')
    return {
      link: demoLink,
      world,
      ...(demoLink.now === undefined && demoLink.clock === undefined
        ? {}
        : { clock: clockAt(demoLink.now ?? demoLink.starts ?? scenario.startsAt, demoLink.clock) }),
      ...(demoLink.from === undefined ? {} : { address: demoLink.from }),
      latency: demoLink.latency ?? scenario.latency ?? 0,
      faults: demoLink.faults ?? scenario.faults ?? [],
      counts: {},
      transport: demoLink.transport ?? 'worker',
      panel: demoLink.panel ?? memory.load()?.panel ?? false,
    }
  }

  function clockAt(now: string | Date, clock: DemoLink['clock']): NonNullable<View['clock']> {
    const shows = new Date(now).getTime()
    return { shows, at: machine.now(), ...(clock === 'still' ? { still: true } : {}) }
  }

  function createContext(view: View): DemoContext {
    const stored = environment.storageOf(view.world)
    const storage = view.world === plainWorld ? stored : keepOriginals(stored)
    const recorder = createRecorder(storage, environment.unstored?.(view.world) ?? null)
    return { view, storage, world: newWorldRecord(view), recorder }
  }

  /** Creates the world record of a view's world that starts now. */
  function newWorldRecord({ link, world }: View): WorldRecord {
    const { name, startsAt } = scenarioOf(link.scenario ?? 'empty')
    const now = machine.now()
    if (world === plainWorld) return plainWorldRecord(now)
    const start = link.starts ?? new Date(startsAt).toISOString()
    return { ...createWorldRecord(name, start, name, now), seededBy: environment.version }
  }

  async function fillWorld(
    context: DemoContext,
    options: { keepSessions: boolean },
  ): Promise<void> {
    const { storage, world, view } = context
    const scenario = currentScenario(context)
    context.recorder.drop()
    // Not the storage that keeps originals: these are the originals.
    const stored = environment.storageOf(view.world)
    if (!(await restoreData(stored, world, options))) {
      const data = await environment.createData(scenario, new Date(world.startsAt))
      await replaceData(stored, world, data, options)
    }
    if (view.link.changes === undefined) return
    const { log } = await replayRequests(await decodeChanges(view.link.changes), {
      storage,
      keyOf: (name) => keyOf(scenario.name, name),
      randomBytes: machine.randomBytes,
    })
    for (const record of log) context.recorder.add(record)
    await context.recorder.flush()
  }

  /** Loads the world record, and seeds the world if it is empty. Returns whether it was. */
  async function loadWorld(context: DemoContext): Promise<{ isNew: boolean }> {
    const { storage, world, view } = context
    const existing = await storage.read((db) => db.get('worlds', 'world'))
    if (existing) {
      context.world = existing
      return { isNew: false }
    }
    const data = await environment.createData(currentScenario(context), new Date(world.startsAt))
    context.world = await seedIfEmpty(environment.storageOf(view.world), world, data)
    return { isNew: true }
  }

  /** Reads the current world record: its count of random draws changes. */
  async function worldOf({ storage, world }: DemoContext): Promise<WorldRecord> {
    return (await storage.read((db) => db.get('worlds', 'world'))) ?? world
  }

  return {
    openScenario,
    restoreView,
    joinLastTab,
    withoutStorage,
    reset,
    reloadAfterReset,
    applyLink,
    startOwnSession,
    withView,
    worldOf,
  }
}

function failingStorage(error: StorageError): DemoStorage {
  return { read: () => Promise.reject(error), write: () => Promise.reject(error) }
}
