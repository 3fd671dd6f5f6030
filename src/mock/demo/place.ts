import type { RandomBytes } from '../domain/random.ts'
import type { ExchangeRecord, WorldRecord } from '../domain/records.ts'
import { scenarioOf } from '../scenarios/catalogue.ts'
import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import type { Storage } from '../storage/storage.ts'
import type { Recorder } from './recorder.ts'
import { timeIn, type View } from './view.ts'

/** The world of a visit without a link: with the machine's time and randomness. */
export const plainWorld = 'plain'

/** Where a tab is: its view, and the world that it is in. */
export interface Place {
  view: View
  storage: Storage
  world: WorldRecord
  recorder: Recorder
}

/** What a demo needs of where it runs. */
export interface Surroundings {
  machine: { now(): number; randomBytes: RandomBytes }
  /** The storage of a world, empty at first. */
  storageOf(world: string): Storage
  /** Takes a place in a world. Tells whether somebody else is in it already. */
  enter(world: string): Promise<{ shared: boolean }>
  memory: {
    load(): View | undefined
    save(view: View): void
    /** The world that a tab without a link was last in. */
    lastWorld(): string | undefined
  }
  /** The session cookie that the tabs share; null where each request brings its own along. */
  cookie: { get(): string | undefined; set(setCookie: string): void } | null
  transport(): 'worker' | 'page' | 'node' | 'host'
  tell: {
    /** Everybody: something has changed. */
    change(): void
    /** The other tabs: this world was brought back to its beginning. */
    reset(world: string): void
    /** This tab's tools: an answer was given. */
    exchange(exchange: Omit<ExchangeRecord, 'id'>): void
  }
  /** The path that the application is served under. */
  base: string
  /** What makes the answers that go out; see `ServerOptions`. */
  ResponseClass: typeof Response
}

/** The time in a tab. */
export function nowIn({ view, world }: Place, { machine }: Surroundings): Date {
  return timeIn(view, world, machine.now())
}

/** The session cookie's value that counts in a tab. */
export function cookieIn({ view }: Place, { cookie }: Surroundings): string | undefined {
  return view.own ? (view.own.cookie ?? undefined) : cookie?.get()
}

/** The scenario that a place is in. */
export function scenarioIn({ world }: Place) {
  return scenarioOf(scenarioNames.find((name) => name === world.scenario) ?? 'empty')
}

/** What a world is about when a scenario begins in it. */
export function recordFor(
  scenario: ScenarioName,
  startsAt: string,
  seed: string | null,
  machineNow: number,
): WorldRecord {
  const seededAt = new Date(machineNow).toISOString()
  return { id: 'world', scenario, startsAt, seededAt, seed, draws: 0 }
}
