import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { openChannel } from '#src/shared/openChannel.ts'

import { plainWorld, createWorldRecord, type DemoEnvironment } from '../demo/demoContext.ts'
import { type DemoStorage, type DemoWriter, demoSchema } from '../demo/schema.ts'
import { seedWorld } from '../demo/seedWorld.ts'
import { type View, viewKey, worldKey } from '../demo/view.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { sessionCookie } from '../server/session.ts'
import { createIndexedDbStorage } from '../storage/indexedDb.ts'
import { joinWorld } from './joinWorld.ts'

/** Creates the environment of a demo in a browser. */
export function browserEnvironment({
  base,
  transport,
}: {
  base: string
  transport: DemoEnvironment['transport']
}): {
  environment: DemoEnvironment
  onResetInOtherTab: (listener: (world: string) => void) => void
} {
  // `edesk-changes` tells all pages that data changed (src/api/changeNotifications.ts); `edesk-demo` tells them that a world was reset.
  const changes = openChannel('edesk-changes')
  const resets = openChannel('edesk-demo')
  const machine = {
    now: () => Date.now(),
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const storages = new Map<string, DemoStorage>()

  function storageOf(world: string): DemoStorage {
    let storage = storages.get(world)
    if (!storage) {
      const isPlain = world === plainWorld
      storage = createIndexedDbStorage(
        demoSchema,
        isPlain ? 'edesk' : `edesk-${world}`,
        isPlain ? seedPlainWorld : undefined,
      )
      storages.set(world, storage)
    }
    return storage
  }

  /** Fills the plain world with the demo accounts and data, at the machine's time and without a random seed. */
  function seedPlainWorld(db: DemoWriter): Promise<void> {
    const now = machine.now()
    const record = createWorldRecord('empty', new Date(now).toISOString(), null, now)
    return seedWorld(db, record, defaultWorld(new Date(now)))
  }

  return {
    environment: {
      machine,
      storageOf,
      joinWorld,
      memory: {
        load: () => parseView(readItem('sessionStorage', viewKey)),
        save(view) {
          writeItem('sessionStorage', viewKey, JSON.stringify(view))
          writeItem('localStorage', worldKey, view.world)
        },
        lastWorld: () => readItem('localStorage', worldKey) ?? undefined,
      },
      cookie: {
        get: () => new RegExp(`\\b${sessionCookie}=(\\w+)`).exec(document.cookie)?.[1],
        set: (setCookie) => void (document.cookie = setCookie),
      },
      transport,
      notify: {
        change: () => changes?.postMessage(null),
        reset: (world) => resets?.postMessage(world),
        exchange: (detail) => dispatchEvent(new CustomEvent('edesk-demo-exchange', { detail })),
      },
      base,
      ResponseClass: Response,
    },
    onResetInOtherTab(listener) {
      resets?.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(data)
      })
      // A page restored from the back/forward cache has missed messages and has released its lock on the world.
      addEventListener('pageshow', ({ persisted }) => {
        const world = persisted && parseView(readItem('sessionStorage', viewKey))?.world
        if (world) void joinWorld(world).then(() => listener(world))
      })
    },
  }
}

function parseView(text: string | null): View | undefined {
  return text === null ? undefined : (JSON.parse(text) as View)
}
