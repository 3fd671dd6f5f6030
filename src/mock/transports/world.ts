import type { RequestLogRecord } from '../demo/records.ts'
import { browserAddress } from '../scenarios/demoAddresses.ts'
import { createDemo, type Demo } from '../demo/demo.ts'
import { plainWorld, type DemoEnvironment } from '../demo/demoContext.ts'
import type { DemoStorage, DemoTypes } from '../demo/schema.ts'
import { seedPlainWorld } from '../demo/seedWorld.ts'
import { createSharedData } from '../demo/sharedData.ts'
import { type LastTab, lastTabOf, type View } from '../demo/view.ts'
import { findActor } from '../server/session.ts'
import type { SeedData } from '../scenarios/seedData.ts'
import type { RemovableStorage, Storages } from '../storage/port.ts'
import { type Announcements, createAnnouncements } from './changeSource.ts'

export interface WorldOptions extends Pick<DemoEnvironment, 'machine' | 'ResponseClass'> {
  /** Creates the storages of the world: one for each scenario that a view opens. */
  storages: Storages<DemoTypes>
  transport: 'node' | 'host'
  /** The data of the plain world; by default the demo's data. */
  plain?: SeedData
  /** Called for each request with its log entry. */
  observe?: (record: Omit<RequestLogRecord, 'id'>) => void
}

/** A demo with its views, which are in memory. It corresponds to a browser with its tabs. */
export interface World {
  /**
   * Opens another view.
   *
   * @param link the query string of a demo link. Without a scenario, the view opens in the world of the last active
   *   view, as its person.
   * @throws DemoLinkError if the link contains an invalid value.
   */
  open(link: string): Promise<OpenView>
  /** Returns the view with this number, counted from 1. */
  view(number: number): OpenView | undefined
  /** Calls `listener` after each change of its data or of a view. Returns a function that ends it. */
  subscribe: Announcements['subscribe']
  /** Returns the storages that its views use now. */
  storages(): DemoStorage[]
  /** Deletes its data, which is a change too. */
  remove(): Promise<void>
}

export interface OpenView {
  number: number
  demo: Demo
  /** Returns the storage of the view's current world. */
  storage: () => DemoStorage
  /** Resolves with whether somebody is logged in: in the view, or by a session cookie. */
  isLoggedIn: (sessionCookie: string | undefined) => Promise<boolean>
}

const createData = createSharedData()

export function createWorld(options: WorldOptions): World {
  const { machine, transport, ResponseClass, plain, observe = () => undefined } = options
  const storages = new Map<string, RemovableStorage<DemoTypes>>()
  const views: OpenView[] = []
  const { announce, subscribe } = createAnnouncements()
  /** The name of each view's current world, by view number. */
  const worldByView = new Map<number, string>()
  let lastTab: LastTab | undefined
  let pendingOpen: Promise<unknown> = Promise.resolve()

  function storageOf(name: string): RemovableStorage<DemoTypes> {
    let storage = storages.get(name)
    if (!storage) {
      const now = machine.now()
      storage = options.storages.create(
        name === plainWorld ? (db) => seedPlainWorld(db, now, plain) : undefined,
      )
      storages.set(name, storage)
    }
    return storage
  }

  function environmentOf(number: number): DemoEnvironment {
    let savedView: View | undefined
    return {
      machine,
      storageOf,
      createData,
      fillsInBackground: false,
      async joinWorld(name) {
        const shared = [...worldByView].some(([other, world]) => other !== number && world === name)
        worldByView.set(number, name)
        return { shared }
      },
      memory: {
        load: () => savedView,
        save(view) {
          savedView = view
          lastTab = lastTabOf(view)
        },
        lastTab: () => lastTab,
      },
      // No shared cookie: clients send the session cookie themselves, or the view has its own session.
      cookie: null,
      unstored: null,
      transport: () => transport,
      address: () => browserAddress,
      notify: {
        change: announce,
        reset(name) {
          for (const view of views) if (view.number !== number) view.demo.reloadAfterReset(name)
        },
        fault: () => undefined,
        exchange(exchange) {
          if (savedView) lastTab = lastTabOf(savedView)
          observe(exchange)
        },
      },
      base: '/',
      // The data do not outlive this program.
      version: 'this program',
      ResponseClass,
    }
  }

  async function openNext(link: string): Promise<OpenView> {
    const number = views.length + 1
    const demo = await createDemo(new URLSearchParams(link), environmentOf(number))
    if (demo.linkError) {
      worldByView.delete(number)
      throw demo.linkError
    }
    const storage = () => storageOf(worldByView.get(number) ?? plainWorld)
    const view: OpenView = {
      number,
      demo,
      storage,
      async isLoggedIn(sessionCookie) {
        const { as, now } = await demo.control.state()
        if (as !== 'nobody') return true
        const actor = await storage().read((db) => findActor(db, sessionCookie, new Date(now)))
        return actor !== undefined
      },
    }
    views.push(view)
    return view
  }

  return {
    open(link) {
      // Views open one at a time, so that the second of two joins the world that the first creates.
      const view = pendingOpen.then(() => openNext(link))
      pendingOpen = view.catch(() => undefined)
      return view
    },
    view: (number) => views[number - 1],
    subscribe,
    storages: () => [...new Set(worldByView.values())].map(storageOf),
    async remove() {
      announce()
      await Promise.all([...storages.values()].map((storage) => storage.remove()))
    },
  }
}
