import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { parseJson } from '#src/shared/json.ts'
import { scopedName } from '#src/shared/scopedName.ts'
import { openChangesChannel, openChannel } from '#src/shared/openChannel.ts'

import { applicationAddress, browserAddress } from '../scenarios/demoAddresses.ts'
import { plainWorld, type DemoEnvironment } from '../demo/demoContext.ts'
import { type DemoStorage, type DemoWriter, demoSchema } from '../demo/schema.ts'
import type { UnstoredRequests } from '../demo/recorder.ts'
import type { RequestLogRecord } from '../demo/records.ts'
import { seedPlainWorld } from '../demo/seedWorld.ts'
import { lastTabKey, lastTabOf, parseLastTab, parseView, type View, viewKey } from '../demo/view.ts'
import { readCookie, renameCookie } from '../server/http/cookies.ts'
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
  const changes = openChangesChannel(base)
  /** Tells the other pages that a world was reset. */
  const resets = openChannel(scopedName('edesk-demo', base))
  const viewItem = scopedName(viewKey, base)
  const lastTabItem = scopedName(lastTabKey, base)
  const machine = {
    now: () => Date.now(),
    userAgent: navigator.userAgent,
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const storages = new Map<string, DemoStorage>()

  function storageOf(world: string): DemoStorage {
    let storage = storages.get(world)
    if (!storage) {
      const fill =
        world === plainWorld ? (db: DemoWriter) => seedPlainWorld(db, machine.now()) : undefined
      const name = earlierDatabase(world)
      storage = createIndexedDbStorage(demoSchema, scopedName(name, base), fill, {
        earlierName: async () => ((await adoptsEarlierData(base)) ? name : undefined),
      })
      storages.set(world, storage)
    }
    return storage
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

  /** In localStorage, because the user may have closed the tab. */
  function unstoredRequestsOf(world: string): UnstoredRequests {
    const item = scopedName(`edesk-demo-unstored-${world}`, base)
    const read = () =>
      (parseJson(readItem('localStorage', item) ?? '[]') ?? []) as Omit<RequestLogRecord, 'id'>[]
    return {
      onLeave(listener) {
        const listening = new AbortController()
        addEventListener('pagehide', listener, { signal: listening.signal })
        return () => listening.abort()
      },
      keep(records) {
        if (records.length > 0)
          writeItem('localStorage', item, JSON.stringify([...read(), ...records]))
      },
      take() {
        const records = read()
        if (records.length > 0) writeItem('localStorage', item, null)
        return records
      },
    }
  }

  return {
    environment: {
      machine,
      storageOf,
      createData: (scenario, startsAt) => scenario.world(startsAt),
      fillsInBackground: true,
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
      unstored: unstoredRequestsOf,
      transport,
      address: () => (isSampleApplication(base) ? applicationAddress : browserAddress),
      notify: {
        change: () => changes?.postMessage(null),
        reset: (world) => resets?.postMessage(world),
        fault: (detail) => dispatchEvent(new CustomEvent('edesk-demo-fault', { detail })),
        exchange: (detail) => dispatchEvent(new CustomEvent('edesk-demo-exchange', { detail })),
      },
      base,
      // The name of this file contains a hash of its code. While the code is developed, it does not.
      version: import.meta.env.DEV ? crypto.randomUUID() : fileNameOf(import.meta.url),
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

/** Whether the page is the sample application, whose requests would come from its own server. */
function isSampleApplication(base: string): boolean {
  return location.pathname.startsWith(`${base}apps/`)
}

function fileNameOf(url: string): string {
  return url.replace(/^.*\//, '')
}
