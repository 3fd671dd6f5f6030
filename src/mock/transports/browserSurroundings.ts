import { plainWorld, recordFor, type Surroundings } from '../demo/place.ts'
import { type View, viewKey, worldKey } from '../demo/view.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { seed } from '../scenarios/world.ts'
import { sessionCookie } from '../session.ts'
import { createIndexedDbStorage } from '../storage/indexedDb.ts'
import type { Storage, Writer } from '../storage/storage.ts'
import { takePlace } from './takePlace.ts'

/** What a demo needs, as a browser has it. */
export function browserSurroundings({
  base,
  transport,
}: {
  base: string
  transport: Surroundings['transport']
}): {
  surroundings: Surroundings
  whenResetElsewhere: (listener: (world: string) => void) => void
} {
  // The channel that pages listen to for each other's changes (src/api/changes.ts), and one for the demo's own news.
  const changes = channelNamed('edesk-changes')
  const resets = channelNamed('edesk-demo')
  const machine = {
    now: () => Date.now(),
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const storages = new Map<string, Storage>()

  function storageOf(world: string): Storage {
    let storage = storages.get(world)
    if (!storage) {
      const plain = world === plainWorld
      storage = createIndexedDbStorage(plain ? 'edesk' : `edesk-${world}`, plain ? fill : undefined)
      storages.set(world, storage)
    }
    return storage
  }

  /** Demo accounts and data at the machine's time; nothing of it comes from a seed. */
  function fill(db: Writer): Promise<void> {
    const now = machine.now()
    const record = recordFor('empty', new Date(now).toISOString(), null, now)
    return seed(db, { ...defaultWorld(new Date(now)), worlds: [record] })
  }

  return {
    surroundings: {
      machine,
      storageOf,
      enter: takePlace,
      memory: {
        load: () => parsed(read(() => sessionStorage, viewKey)),
        save(view) {
          write(() => sessionStorage, viewKey, JSON.stringify(view))
          write(() => localStorage, worldKey, view.world)
        },
        lastWorld: () => read(() => localStorage, worldKey) ?? undefined,
      },
      cookie: {
        get: () => new RegExp(`\\b${sessionCookie}=(\\w+)`).exec(document.cookie)?.[1],
        set: (setCookie) => void (document.cookie = setCookie),
      },
      transport,
      tell: {
        change: () => changes?.postMessage(null),
        reset: (world) => resets?.postMessage(world),
        exchange: (detail) => dispatchEvent(new CustomEvent('edesk-demo-exchange', { detail })),
      },
      base,
      ResponseClass: Response,
    },
    whenResetElsewhere(listener) {
      resets?.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(data)
      })
      // A page that comes back by Back has missed what happened meanwhile, and has given up its place.
      addEventListener('pageshow', ({ persisted }) => {
        const world = persisted && parsed(read(() => sessionStorage, viewKey))?.world
        if (world) void takePlace(world).then(() => listener(world))
      })
    },
  }
}

function channelNamed(name: string): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  try {
    return new BroadcastChannel(name)
  } catch {
    // Firefox refuses channels where it blocks the site's storage.
    return undefined
  }
}

/** A browser that may keep nothing throws at the mere mention of its storage; then a reload begins anew. */
function read(storage: () => globalThis.Storage, key: string): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}

function write(storage: () => globalThis.Storage, key: string, text: string): void {
  try {
    storage().setItem(key, text)
  } catch {
    // See `read`.
  }
}

function parsed(text: string | null): View | undefined {
  return text === null ? undefined : (JSON.parse(text) as View)
}
