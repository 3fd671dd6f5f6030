import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { nameInFolder } from '#src/shared/folderName.ts'
import { openChannel } from '#src/shared/openChannel.ts'

import { plainWorld, createWorldRecord, type DemoEnvironment } from '../demo/demoContext.ts'
import { type DemoStorage, type DemoWriter, demoSchema } from '../demo/schema.ts'
import { seedWorld } from '../demo/seedWorld.ts'
import { lastTabKey, lastTabOf, parseLastTab, parseView, type View, viewKey } from '../demo/view.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { readCookie, renameCookie } from '../server/cookies.ts'
import { createIndexedDbStorage } from '../storage/indexedDb.ts'
import { demoCookieName } from './demoCookieName.ts'
import { adoptsEarlierData, earlierDatabase } from './earlierData.ts'
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
  const changes = openChannel(nameInFolder('edesk-changes', base))
  const resets = openChannel(nameInFolder('edesk-demo', base))
  const viewItem = nameInFolder(viewKey, base)
  const lastTabItem = nameInFolder(lastTabKey, base)
  const machine = {
    now: () => Date.now(),
    userAgent: navigator.userAgent,
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const storages = new Map<string, DemoStorage>()

  function storageOf(world: string): DemoStorage {
    let storage = storages.get(world)
    if (!storage) {
      const fill = world === plainWorld ? seedPlainWorld : undefined
      const name = earlierDatabase(world)
      storage = createIndexedDbStorage(demoSchema, nameInFolder(name, base), fill, {
        earlierName: async () => ((await adoptsEarlierData(base)) ? name : undefined),
      })
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

  function loadView(): View | undefined {
    return parseView(readItem('sessionStorage', viewItem))
  }

  function rememberTab(view: View): void {
    writeItem('localStorage', lastTabItem, JSON.stringify(lastTabOf(view)))
  }

  // A new tab continues as the person of the tab that the user was last active in.
  for (const activity of ['focus', 'pointerdown']) {
    addEventListener(activity, () => {
      const view = loadView()
      if (view) rememberTab(view)
    })
  }

  return {
    environment: {
      machine,
      storageOf,
      joinWorld: (world) => joinWorld(world, base),
      memory: {
        load: loadView,
        save(view) {
          writeItem('sessionStorage', viewItem, JSON.stringify(view))
          rememberTab(view)
        },
        lastTab: () => parseLastTab(readItem('localStorage', lastTabItem)),
      },
      cookie: {
        get: (world) =>
          readCookie(document.cookie, demoCookieName(location, base, world)) || undefined,
        set(world, setCookie) {
          document.cookie = renameCookie(setCookie, demoCookieName(location, base, world))
        },
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
        const world = persisted && loadView()?.world
        if (world) void joinWorld(world, base).then(() => listener(world))
      })
    },
  }
}
