import { sha256 } from '../domain/sha256.ts'
import { scenarioOf } from '../scenarios/catalogue.ts'
import { scenarioNames } from '../scenarios/scenarioNames.ts'
import type { Server } from '../server.ts'
import { StorageError, tableNamed } from '../storage/storage.ts'
import { readChanges } from './changesText.ts'
import type { DemoControl, DemoState, ViewChange } from './demoControl.ts'
import { createDemoFiles } from './demoFiles.ts'
import { createFaultyServer } from './faultyServer.ts'
import { type DemoLink, DemoLinkError, isDemoKey, parseLink } from './link.ts'
import { createMoves } from './moves.ts'
import { userOf } from './people.ts'
import { cookieIn, nowIn, type Place, plainWorld, scenarioIn, type Surroundings } from './place.ts'
import { createSender } from './sendAs.ts'
import { renewSession } from './worlds.ts'

export interface Demo {
  server: Server
  control: DemoControl
  /** The error if the initial link was invalid. An invalid link is not applied. */
  refused: DemoLinkError | undefined
  /** The start page of the link's scenario, if the link has one. */
  opens: string | undefined
  /** Call this when another tab has reset a world. */
  noteReset(world: string): void
}

/**
 * Creates the backend of a demo, in the state that a link describes. Without a link it restores the tab's previous state; a new
 * tab joins the browser's last world or the plain world.
 *
 * @param link the query parameters of the page.
 */
export async function createDemo(link: URLSearchParams, surroundings: Surroundings): Promise<Demo> {
  const { machine, memory, tell } = surroundings
  const moves = createMoves(surroundings)
  let refused: DemoLinkError | undefined
  let opens: string | undefined
  /** The tab's current state. While it changes, requests wait for the promise. */
  let currentPlace: Promise<Place> = initialize()

  async function initialize(): Promise<Place> {
    try {
      return await initialPlace()
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      return moves.withoutStorage(error)
    }
  }

  async function initialPlace(): Promise<Place> {
    if ([...link.keys()].some(isDemoKey)) {
      try {
        const demoLink = await parseAndCheckLink(link)
        if (demoLink.scenario) opens = scenarioOf(demoLink.scenario).opens
        return await applyLink(demoLink, restore)
      } catch (error) {
        if (!(error instanceof DemoLinkError)) throw error
        refused = error
      }
    }
    return restore()
  }

  /** Applies a link. Without a scenario it only changes settings of the tab. */
  async function applyLink(demoLink: DemoLink, place: () => Promise<Place>): Promise<Place> {
    return demoLink.scenario ? moves.toScenario(demoLink) : moves.change(await place(), demoLink)
  }

  /** Restores the tab's previous state. A new tab joins the browser's last world. */
  function restore(): Promise<Place> {
    const view = memory.load()
    if (view) return moves.back(view)
    const scenario = scenarioNames.find((name) => name === memory.lastWorld())
    const demoLink = scenario ? { scenario } : {}
    return moves.back(moves.viewOf(demoLink, scenario ?? plainWorld))
  }

  async function state(): Promise<DemoState> {
    const place = await currentPlace
    const { view } = place
    const { startsAt, seed } = await moves.worldOf(place)
    return {
      scenario: scenarioIn(place).name,
      world: view.world,
      startsAt,
      seed,
      as: (await userOf(place, cookieIn(place, surroundings)))?.email ?? 'nobody',
      now: nowIn(place, surroundings).toISOString(),
      ownClock: view.clock !== undefined,
      latency: view.latency,
      faults: view.faults,
      transport: surroundings.transport(),
      panel: view.panel,
    }
  }

  /** Changes the tab's state; requests wait until this is done. If it fails, the tab keeps its state. */
  async function move(
    transition: (place: Place) => Promise<Place>,
    { notifies = true } = {},
  ): Promise<DemoState> {
    const before = currentPlace
    const next = before.then(transition)
    currentPlace = next.catch(() => before)
    await next
    if (notifies) tell.change()
    return state()
  }

  function setView(change: ViewChange): Promise<DemoState> {
    const { as, now, advance, latency, faults, panel } = change
    // Latency and faults change no data, so pages must not refetch: the refetch would consume the fault.
    const notifies = as !== undefined || now !== undefined || advance !== undefined
    const transition = async (place: Place) => {
      if (as !== undefined) await moves.logInHere(place, as)
      if (now !== undefined || advance !== undefined) {
        const from = typeof now === 'string' ? parseTime(now) : nowIn(place, surroundings).getTime()
        const clock = { shows: from + (advance ?? 0), at: machine.now() }
        const { clock: _before, ...view } = place.view
        place.view = now === null ? view : { ...view, clock }
        await keepLoggedIn(place)
      }
      return moves.withView(place, {
        ...(latency === undefined ? {} : { latency: checkLatency(latency) }),
        ...(faults === undefined ? {} : { faults, counts: {} }),
        ...(panel === undefined ? {} : { panel }),
      })
    }
    return move(transition, { notifies })
  }

  /** Extends the session so that a changed clock does not log the user out. */
  async function keepLoggedIn(place: Place): Promise<void> {
    const value = cookieIn(place, surroundings)
    if (!value) return
    const now = nowIn(place, surroundings)
    await place.storage.change((db) => renewSession(db, sha256(value), now))
  }

  const send = createSender(() => currentPlace, surroundings)
  const control: DemoControl = {
    version: 1,
    state,
    async open(url) {
      const demoLink = await parseAndCheckLink(new URLSearchParams(url.replace(/^[^?]*\?/, '')))
      return move((place) => {
        place.recorder.drop()
        return applyLink(demoLink, async () => place)
      })
    },
    reset: () => move(moves.reset),
    setView,
    async nextExpiry() {
      const place = await currentPlace
      const tokens = await place.storage.read((db) => db.all('tokens'))
      const now = nowIn(place, surroundings).toISOString()
      const expiryTimes = tokens.flatMap(({ expiresAt }) =>
        expiresAt !== null && expiresAt > now ? [expiresAt] : [],
      )
      return expiryTimes.sort()[0] ?? null
    },
    async exchanges(from = 1) {
      const { storage, recorder } = await currentPlace
      await recorder.flush()
      const all = await storage.read((db) => db.all('exchanges'))
      return all.filter(({ id }) => id >= from)
    },
    async records(name) {
      const table = tableNamed(name)
      const { storage } = await currentPlace
      return storage.read((db) => db.all(table))
    },
    send,
    ...createDemoFiles({ here: () => currentPlace, surroundings, move, state }),
  }

  await currentPlace
  return {
    server: createFaultyServer(() => currentPlace, surroundings, send),
    control,
    refused,
    opens,
    noteReset(world) {
      const before = currentPlace
      currentPlace = before
        .then((place) => (place.view.world === world ? moves.afterReset(place) : place))
        .catch((error: unknown) => {
          if (!(error instanceof StorageError)) throw error
          return before
        })
    },
  }
}

/** Parses a link and checks the values that depend on its scenario. @throws DemoLinkError */
async function parseAndCheckLink(parameters: URLSearchParams): Promise<DemoLink> {
  const demoLink = parseLink(parameters)
  const { accounts } = scenarioOf(demoLink.scenario ?? 'empty')
  if (demoLink.as === 'agent' && accounts.agent === null) {
    throw new DemoLinkError([{ key: 'demo.as', value: 'agent', allowed: ['admin', 'nobody'] }])
  }
  const { changes } = demoLink
  if (changes !== undefined) {
    await readChanges(changes).catch(() => {
      const allowed = ['what “Copy link” writes']
      throw new DemoLinkError([{ key: 'demo.changes', value: changes, allowed }])
    })
  }
  return demoLink
}

/** @throws Error if the text is not a time. */
function parseTime(text: string): number {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) {
    throw new Error(`“${text}” is no time. Write it as 2026-12-31T23:59:50Z.`)
  }
  return milliseconds
}

/** @throws Error if the latency is not valid. */
function checkLatency(latency: number): number {
  if (Number.isInteger(latency) && latency >= 0 && latency <= 600_000) return latency
  throw new Error('The latency is a whole number of milliseconds, up to 600000.')
}
