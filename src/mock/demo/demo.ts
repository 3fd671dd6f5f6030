import { sha256 } from '../domain/sha256.ts'
import { scenarioOf } from './scenarios.ts'
import type { Server } from '../server/server.ts'
import { StorageError } from '../storage/port.ts'
import { changedClock } from './changedClock.ts'
import { checkViewChange } from './checkViewChange.ts'
import type { DemoControl, DemoState, ViewChange } from './demoControl.ts'
import { createSharing } from './shareDemo.ts'
import { createDemoServer } from './demoServer.ts'
import { type DemoLink, DemoLinkError, isLatency, people } from './demoLink.ts'
import { maxLatencyMs } from './faults.ts'
import { isDemoParameter } from './isDemoParameter.ts'
import { createContextTransitions } from './contextTransitions.ts'
import {
  sessionCookieOf,
  currentTime,
  type DemoContext,
  plainWorld,
  currentScenario,
  type DemoEnvironment,
} from './demoContext.ts'
import { createImpersonatedClient } from './impersonatedClient.ts'
import { parseAndCheckLink } from './parseAndCheckLink.ts'
import { parseTableName } from './schema.ts'
import { renewSession, sessionUserOf, UnknownUserError } from './demoSessions.ts'
import { viewTime } from './view.ts'

export interface Demo {
  server: Server
  control: DemoControl
  /** The error if the initial link was invalid. An invalid link is not applied. */
  linkError: DemoLinkError | undefined
  /** The start page of the link's scenario, if the link has one. */
  startPath: string | undefined
  /** Call this when another tab has reset a world. */
  reloadAfterReset(world: string): void
}

/**
 * Creates the backend of a demo, in the state that a link describes. Without a link it restores the tab's previous state; a new
 * tab joins the browser's last world or the plain world.
 *
 * @param link the query parameters of the page.
 */
export async function createDemo(
  link: URLSearchParams,
  environment: DemoEnvironment,
): Promise<Demo> {
  const { machine, memory, notify } = environment
  const transitions = createContextTransitions(environment)
  /** Called after each change of the tab's state. */
  const changeListeners = new Set<() => void>()
  const affectedCalls: Record<string, number> = {}
  let linkError: DemoLinkError | undefined
  let startPath: string | undefined
  /** The tab's current state. While it changes, requests wait for the promise. */
  let current: Promise<DemoContext> = initialize()

  async function initialize(): Promise<DemoContext> {
    try {
      return await initialContext()
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      return transitions.withoutStorage(error)
    }
  }

  /** Returns the tab's current state. If its world could not be opened, tries again: a crowded machine is only slow. */
  async function currentContext(): Promise<DemoContext> {
    const attempt = current
    const context = await attempt
    if (!context.isWithoutStorage) return context
    if (current === attempt) current = retry()
    return current
  }

  /** Tries again to open the world. After a success, pages that show the error refetch. */
  async function retry(): Promise<DemoContext> {
    const context = await initialize()
    if (!context.isWithoutStorage) notify.change()
    return context
  }

  async function initialContext(): Promise<DemoContext> {
    if ([...link.keys()].some(isDemoParameter)) {
      try {
        const demoLink = await parseAndCheckLink(link)
        if (demoLink.scenario) startPath = scenarioOf(demoLink.scenario).startPath
        return await applyLink(demoLink, restore)
      } catch (error) {
        if (!(error instanceof DemoLinkError)) throw error
        linkError = error
      }
    }
    return restore()
  }

  /** Applies a link. Without a scenario it only changes settings of the tab. */
  async function applyLink(
    demoLink: DemoLink,
    context: () => Promise<DemoContext>,
  ): Promise<DemoContext> {
    if (demoLink.scenario) return transitions.openScenario(demoLink)
    const { as } = demoLink
    try {
      return await transitions.applyLink(await context(), demoLink)
    } catch (error) {
      if (!(error instanceof UnknownUserError) || as === undefined) throw error
      throw new DemoLinkError([
        { key: 'demo.as', value: as, allowed: [...people, ...error.emails] },
      ])
    }
  }

  /** Restores the tab's previous state. A new tab joins the world of the last active tab, as its person. */
  function restore(): Promise<DemoContext> {
    const view = memory.load()
    if (view) return transitions.restoreView(view)
    return transitions.joinLastTab(memory.lastTab() ?? { world: plainWorld })
  }

  async function state(): Promise<DemoState> {
    const context = await currentContext()
    const { view } = context
    const { startsAt, seed } = await transitions.worldOf(context)
    const cookie = sessionCookieOf(context, environment)
    return {
      scenario: currentScenario(context).name,
      world: view.world,
      startsAt,
      seed,
      as: (await sessionUserOf(context, environment, cookie))?.email ?? 'nobody',
      now: currentTime(context, environment).toISOString(),
      ownClock: view.clock !== undefined,
      clock: view.clock?.still === true || machine.isStill ? 'still' : 'running',
      address: view.address ?? null,
      latency: view.latency,
      faults: view.faults,
      affectedCalls: { ...affectedCalls },
      answers: view.answers ?? [],
      held: view.held ?? [],
      transport: environment.transport(),
      panel: view.panel,
    }
  }

  /** Changes the tab's state; requests wait until this is done. If it fails, the tab keeps its state. */
  async function changeContext(
    transition: (context: DemoContext) => Promise<DemoContext>,
    { notifies = true } = {},
  ): Promise<DemoState> {
    // Not `currentContext()`: it would return the new `current`, which waits for this state.
    const before = current.then((context) => (context.isWithoutStorage ? initialize() : context))
    const next = before.then(transition)
    current = next.catch(() => before)
    await next
    for (const listener of changeListeners) listener()
    if (notifies) notify.change()
    return state()
  }

  async function setView(wanted: ViewChange): Promise<DemoState> {
    const change = checkViewChange(wanted)
    const { as, now, advance, clock, address, latency, faults, answers, held, panel } = change
    // Latency and faults change no data, so pages must not refetch: the refetch would consume the fault.
    const notifies = as !== undefined || now !== undefined || advance !== undefined
    const transition = async (context: DemoContext) => {
      // Everything that can fail comes before the first change, so that a wrong value changes nothing.
      const changesTime = [now, advance, clock].some((value) => value !== undefined)
      const nextClock = changesTime ? changedClock(context, change, machine) : context.view.clock
      const milliseconds = latency === undefined ? undefined : checkLatency(latency)
      const { clock: _clock, address: before, ...view } = context.view
      const nextAddress = address === undefined ? before : (address ?? undefined)
      const next = {
        ...view,
        ...(nextClock ? { clock: nextClock } : {}),
        ...(nextAddress === undefined ? {} : { address: nextAddress }),
      }
      const time = viewTime(next, context.world, machine.now())
      const own =
        as === undefined ? undefined : await transitions.startOwnSession(context, as, time)
      if (changesTime && !own) await keepLoggedIn(context, time)
      context.view = next
      return transitions.withView(context, {
        ...(own ? { own } : {}),
        ...(milliseconds === undefined ? {} : { latency: milliseconds }),
        ...(faults === undefined ? {} : { faults, counts: {} }),
        ...(answers === undefined ? {} : { answers }),
        ...(held === undefined ? {} : { held }),
        ...(panel === undefined ? {} : { panel }),
      })
    }
    return changeContext(transition, { notifies })
  }

  /** Extends the session so that a changed clock does not log the user out. */
  async function keepLoggedIn(context: DemoContext, now: Date): Promise<void> {
    const value = sessionCookieOf(context, environment)
    if (value) await context.storage.write((db) => renewSession(db, sha256(value), now))
  }

  /** Waits until no call of the operation has to wait. */
  async function whenReleased(operation: string): Promise<DemoContext> {
    for (;;) {
      // The listener comes first, so that no change is missed.
      let listener = () => {}
      const change = new Promise<void>((resolve) => {
        listener = resolve
      })
      changeListeners.add(listener)
      try {
        const context = await currentContext()
        if (!context.view.held?.includes(operation)) return context
        await change
      } finally {
        changeListeners.delete(listener)
      }
    }
  }

  function countAffectedCall(text: string): void {
    affectedCalls[text] = (affectedCalls[text] ?? 0) + 1
    notify.fault(text)
  }

  const send = createImpersonatedClient(currentContext, environment)
  const control: DemoControl = {
    version: 1,
    state,
    async open(url) {
      const demoLink = await parseAndCheckLink(new URLSearchParams(url.replace(/^[^?]*\?/, '')))
      return changeContext(async (context) => {
        await context.recorder.flush()
        return applyLink(demoLink, async () => context)
      })
    },
    reset: () => changeContext(transitions.reset),
    setView,
    async nextExpiry() {
      const context = await currentContext()
      const tokens = await context.storage.read((db) => db.all('tokens'))
      const now = currentTime(context, environment).toISOString()
      const expiryTimes = tokens.flatMap(({ expiresAt }) =>
        expiresAt !== null && expiresAt > now ? [expiresAt] : [],
      )
      return expiryTimes.sort()[0] ?? null
    },
    async exchanges(from = 1) {
      const { storage, recorder } = await currentContext()
      await recorder.flush()
      const all = await storage.read((db) => db.all('exchanges'))
      return all.filter(({ id }) => id >= from)
    },
    async records(name) {
      const table = parseTableName(name)
      const { storage } = await currentContext()
      return storage.read((db) => db.all(table))
    },
    send,
    ...createSharing({ currentContext, environment, changeContext, state }),
  }

  await current
  return {
    server: createDemoServer({
      getContext: currentContext,
      environment,
      send,
      whenReleased,
      onFault: countAffectedCall,
    }),
    control,
    linkError,
    startPath,
    reloadAfterReset(world) {
      const before = current
      current = before
        .then((context) =>
          context.view.world === world ? transitions.reloadAfterReset(context) : context,
        )
        .catch((error: unknown) => {
          if (!(error instanceof StorageError)) throw error
          return before
        })
    },
  }
}

/** @throws Error if the latency is not valid. */
function checkLatency(latency: number): number {
  if (isLatency(latency)) return latency
  throw new Error(`The latency must be a whole number of milliseconds from 0 to ${maxLatencyMs}.`)
}
