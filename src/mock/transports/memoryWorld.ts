import type { ExchangeRecord } from '../domain/records.ts'
import { createDemo, type Demo } from '../demo/demo.ts'
import { plainWorld, recordFor, type Surroundings } from '../demo/place.ts'
import type { View } from '../demo/view.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { seed, type World } from '../scenarios/world.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import type { Storage } from '../storage/storage.ts'

export interface MemoryWorldOptions extends Pick<Surroundings, 'machine' | 'ResponseClass'> {
  transport: 'node' | 'host'
  /** What there is without a scenario; by default the demo's data. */
  plain?: World
  /** Told of every answer. */
  observe?: (exchange: Omit<ExchangeRecord, 'id'>) => void
}

/** A demo with everything in memory, and those who look at it: what a browser is with its tabs. */
export interface MemoryWorld {
  /**
   * Opens one more view.
   *
   * @param link what stands in a demo's link after the `?`; without a scenario, it goes where the view before it is.
   * @throws DemoLinkError where a value is none.
   */
  open(link: string): Promise<OpenView>
  /** The view of this number, counted from 1. */
  view(number: number): OpenView | undefined
  /** Whether a token has the key of this hash, where any of the views is. */
  hasKey(keyHash: string): Promise<boolean>
}

export interface OpenView {
  number: number
  demo: Demo
  /** What the backend holds, where the view is now. */
  storage: () => Storage
}

export function createMemoryWorld(options: MemoryWorldOptions): MemoryWorld {
  const { machine, transport, ResponseClass, plain, observe = () => undefined } = options
  const storages = new Map<string, Storage>()
  const views: OpenView[] = []
  /** Which data each view is in, by its number. */
  const places = new Map<number, string>()
  let last: string | undefined
  let opening: Promise<unknown> = Promise.resolve()

  function storageOf(name: string): Storage {
    let storage = storages.get(name)
    if (!storage) {
      storage = createMemoryStorage()
      storages.set(name, storage)
      // Whatever comes next waits for it.
      if (name === plainWorld) void fillPlain(storage)
    }
    return storage
  }

  function fillPlain(storage: Storage): Promise<void> {
    const now = machine.now()
    const record = recordFor('empty', new Date(now).toISOString(), null, now)
    const world = { ...(plain ?? defaultWorld(new Date(now))), worlds: [record] }
    return storage.change((db) => seed(db, world))
  }

  function surroundingsOf(number: number): Surroundings {
    let kept: View | undefined
    return {
      machine,
      storageOf,
      async enter(name) {
        const shared = [...places].some(([other, place]) => other !== number && place === name)
        places.set(number, name)
        return { shared }
      },
      memory: {
        load: () => kept,
        save(view) {
          kept = view
          last = view.world
        },
        lastWorld: () => last,
      },
      // Whoever asks brings along what this has set, or the view has a session of its own, which stays here.
      cookie: null,
      transport: () => transport,
      tell: {
        change: () => undefined,
        reset(name) {
          for (const view of views) if (view.number !== number) view.demo.noteReset(name)
        },
        exchange: observe,
      },
      base: '/',
      ResponseClass,
    }
  }

  async function openNext(link: string): Promise<OpenView> {
    const number = views.length + 1
    const demo = await createDemo(new URLSearchParams(link), surroundingsOf(number))
    if (demo.refused) {
      places.delete(number)
      throw demo.refused
    }
    const view = { number, demo, storage: () => storageOf(places.get(number) ?? plainWorld) }
    views.push(view)
    return view
  }

  return {
    open(link) {
      // One after the other: the second of two goes into what the first has begun.
      const view = opening.then(() => openNext(link))
      opening = view.catch(() => undefined)
      return view
    },
    view: (number) => views[number - 1],
    async hasKey(keyHash) {
      const inUse = [...new Set(places.values())].map(storageOf)
      const found = inUse.map((storage) =>
        storage.read((db) => db.count('tokens', 'byKey', [keyHash])),
      )
      return (await Promise.all(found)).some((count) => count > 0)
    },
  }
}
