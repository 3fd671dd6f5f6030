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
  /** What was wrong with the link that it was started with, and so was not applied. */
  refused: DemoLinkError | undefined
  /** The page where the link begins, where it named a scenario. */
  opens: string | undefined
  /** Another tab has brought a world back to its beginning. */
  noteReset(world: string): void
}

/**
 * A backend for demos, in the situation that a link describes; without one, where the tab was before, or in a plain world.
 *
 * @param link the parameters of the address.
 */
export async function createDemo(link: URLSearchParams, surroundings: Surroundings): Promise<Demo> {
  const { machine, memory, tell } = surroundings
  const moves = createMoves(surroundings)
  let refused: DemoLinkError | undefined
  let opens: string | undefined
  /** Where the tab is. Requests wait while it moves. */
  let here: Promise<Place> = begin()

  async function begin(): Promise<Place> {
    try {
      return await firstPlace()
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      return moves.withoutStorage(error)
    }
  }

  async function firstPlace(): Promise<Place> {
    if ([...link.keys()].some(isDemoKey)) {
      try {
        const wanted = await checkedLink(link)
        if (wanted.scenario) opens = scenarioOf(wanted.scenario).opens
        return await follow(wanted, comeBack)
      } catch (error) {
        if (!(error instanceof DemoLinkError)) throw error
        refused = error
      }
    }
    return comeBack()
  }

  /** A link without a scenario changes the tab where it is. */
  async function follow(wanted: DemoLink, place: () => Promise<Place>): Promise<Place> {
    return wanted.scenario ? moves.toScenario(wanted) : moves.change(await place(), wanted)
  }

  /** To where the tab was before; a new tab goes where the browser was last. */
  function comeBack(): Promise<Place> {
    const view = memory.load()
    if (view) return moves.back(view)
    const scenario = scenarioNames.find((name) => name === memory.lastWorld())
    const wanted = scenario ? { scenario } : {}
    return moves.back(moves.viewOf(wanted, scenario ?? plainWorld))
  }

  async function state(): Promise<DemoState> {
    const place = await here
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

  /** Moves, and lets requests wait until that is done. Where it fails, the tab stays where it is. */
  async function move(
    step: (place: Place) => Promise<Place>,
    { tells = true } = {},
  ): Promise<DemoState> {
    const before = here
    const next = before.then(step)
    here = next.catch(() => before)
    await next
    if (tells) tell.change()
    return state()
  }

  function setView(change: ViewChange): Promise<DemoState> {
    const { as, now, advance, latency, faults, panel } = change
    // How answers come is no news to any page; one that asked anew for it would meet the fault that is meant for the next call.
    const tells = as !== undefined || now !== undefined || advance !== undefined
    const step = async (place: Place) => {
      if (as !== undefined) await moves.logInHere(place, as)
      if (now !== undefined || advance !== undefined) {
        const from = typeof now === 'string' ? timeOf(now) : nowIn(place, surroundings).getTime()
        const clock = { shows: from + (advance ?? 0), at: machine.now() }
        const { clock: _before, ...view } = place.view
        place.view = now === null ? view : { ...view, clock }
        await keepLoggedIn(place)
      }
      return moves.withView(place, {
        ...(latency === undefined ? {} : { latency: wholeLatency(latency) }),
        ...(faults === undefined ? {} : { faults, counts: {} }),
        ...(panel === undefined ? {} : { panel }),
      })
    }
    return move(step, { tells })
  }

  /** Who has moved the clock is not to be logged out by it. */
  async function keepLoggedIn(place: Place): Promise<void> {
    const value = cookieIn(place, surroundings)
    if (!value) return
    const now = nowIn(place, surroundings)
    await place.storage.change((db) => renewSession(db, sha256(value), now))
  }

  const send = createSender(() => here, surroundings)
  const control: DemoControl = {
    version: 1,
    state,
    async open(address) {
      const wanted = await checkedLink(new URLSearchParams(address.replace(/^[^?]*\?/, '')))
      return move((place) => {
        place.recorder.drop()
        return follow(wanted, async () => place)
      })
    },
    reset: () => move(moves.reset),
    setView,
    async nextExpiry() {
      const place = await here
      const tokens = await place.storage.read((db) => db.all('tokens'))
      const now = nowIn(place, surroundings).toISOString()
      const coming = tokens.flatMap(({ expiresAt }) =>
        expiresAt !== null && expiresAt > now ? [expiresAt] : [],
      )
      return coming.sort()[0] ?? null
    },
    async exchanges(from = 1) {
      const { storage, recorder } = await here
      await recorder.flush()
      const all = await storage.read((db) => db.all('exchanges'))
      return all.filter(({ id }) => id >= from)
    },
    async records(name) {
      const table = tableNamed(name)
      const { storage } = await here
      return storage.read((db) => db.all(table))
    },
    send,
    ...createDemoFiles({ here: () => here, surroundings, move, state }),
  }

  await here
  return {
    server: createFaultyServer(() => here, surroundings, send),
    control,
    refused,
    opens,
    noteReset(world) {
      const before = here
      here = before
        .then((place) => (place.view.world === world ? moves.afterReset(place) : place))
        .catch((error: unknown) => {
          if (!(error instanceof StorageError)) throw error
          return before
        })
    },
  }
}

/** Reads a link, and whatever in it depends on its scenario. */
async function checkedLink(parameters: URLSearchParams): Promise<DemoLink> {
  const wanted = parseLink(parameters)
  const { accounts } = scenarioOf(wanted.scenario ?? 'empty')
  if (wanted.as === 'agent' && accounts.agent === null) {
    throw new DemoLinkError([{ key: 'demo.as', value: 'agent', allowed: ['admin', 'nobody'] }])
  }
  const { changes } = wanted
  if (changes !== undefined) {
    await readChanges(changes).catch(() => {
      const allowed = ['what “Copy link” writes']
      throw new DemoLinkError([{ key: 'demo.changes', value: changes, allowed }])
    })
  }
  return wanted
}

/** @throws Error where the text is no time. */
function timeOf(text: string): number {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) {
    throw new Error(`“${text}” is no time. Write it as 2026-12-31T23:59:50Z.`)
  }
  return milliseconds
}

/** @throws Error where it is none. */
function wholeLatency(latency: number): number {
  if (Number.isInteger(latency) && latency >= 0 && latency <= 600_000) return latency
  throw new Error('The latency is a whole number of milliseconds, up to 600000.')
}
