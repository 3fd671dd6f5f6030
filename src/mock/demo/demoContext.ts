import type { RandomBytes } from '../domain/random.ts'
import type { RequestLogRecord, WorldRecord } from './records.ts'
import { findScenario, type Scenario, scenarioOf } from './scenarios.ts'
import type { SeedData } from '../scenarios/seedData.ts'
import type { ScenarioName } from '../scenarios/scenarioNames.ts'
import type { Recorder, UnstoredRequests } from './recorder.ts'
import type { DemoStorage } from './schema.ts'
import { type LastTab, viewTime, type View } from './view.ts'

/** The world without a demo link. It uses the machine's time and randomness. */
export const plainWorld = 'plain'

/** A tab's state: its view, and its world with storage and recorder. */
export interface DemoContext {
  view: View
  storage: DemoStorage
  world: WorldRecord
  recorder: Recorder
  /** Set while a new world is being stored: its initial data, and what resolves when that has ended. */
  storing?: { data: SeedData; ended: Promise<void> } | undefined
  /** Set if the storage could not be opened: each request reports the error. */
  isWithoutStorage?: true
}

/** The environment that a demo runs in: a browser, Node or the HTTP host. */
export interface DemoEnvironment {
  machine: {
    now(): number
    randomBytes: RandomBytes
    /** Whether the time never passes by itself, as in tests. */
    isStill?: true
    /** The browser, which sends the requests of its pages. */
    userAgent?: string
  }
  /** Returns the storage of a world, which is empty at first. */
  storageOf(world: string): DemoStorage
  /** Creates the initial data of a scenario. Nobody may modify them. */
  createData(scenario: Scenario, startsAt: Date): Promise<SeedData>
  /** Whether a new world answers from memory while it is being stored: storing many records takes seconds. */
  fillsInBackground: boolean
  /** Joins a world. Returns whether another tab already uses it. */
  joinWorld(world: string): Promise<{ shared: boolean }>
  memory: {
    load(): View | undefined
    save(view: View): void
    /** The tab that the user was last active in, for new tabs without a link. */
    lastTab(): LastTab | undefined
  }
  /** The session cookie that all tabs of a world share; null if each request carries its own. */
  cookie: {
    get(world: string): string | undefined
    set(world: string, setCookie: string): void
  } | null
  /** Keeps what a page has not stored yet when the user leaves it; null where no page can be left. */
  unstored: ((world: string) => UnstoredRequests) | null
  transport(): 'worker' | 'page' | 'node' | 'host'
  /** Returns the IP address of a request's sender, if the transport does not know it. */
  address(): string
  notify: {
    /** Notifies all tabs that data changed. */
    change(): void
    /** Notifies the other tabs that this world was reset. */
    reset(world: string): void
    /** Notifies this tab's tools that a fault affects a call. */
    fault(text: string): void
    /** Notifies this tab's tools of a response. */
    exchange(exchange: Omit<RequestLogRecord, 'id'>): void
  }
  /** The base path of the application. */
  base: string
  /** The version of the application. Other versions may create other initial data. */
  version: string
  /** The class of the responses; see `ServerOptions`. */
  ResponseClass: typeof Response
}

/** Returns the current time of a tab. */
export function currentTime({ view, world }: DemoContext, { machine }: DemoEnvironment): Date {
  return viewTime(view, world, machine.now())
}

/** Returns the session cookie of a tab: its own, or the shared one. */
export function sessionCookieOf(
  { view }: DemoContext,
  { cookie }: DemoEnvironment,
): string | undefined {
  return view.own ? (view.own.cookie ?? undefined) : cookie?.get(view.world)
}

/** Returns the scenario of a tab's world. */
export function currentScenario({ world }: DemoContext) {
  return findScenario(world.scenario) ?? scenarioOf('empty')
}

/** Creates the world record of a scenario that starts now. */
export function createWorldRecord(
  scenario: ScenarioName,
  startsAt: string,
  seed: string | null,
  machineNow: number,
): WorldRecord {
  const seededAt = new Date(machineNow).toISOString()
  return { id: 'world', scenario, startsAt, seededAt, seed, draws: 0 }
}
