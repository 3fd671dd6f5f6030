import { type DemoTypes, demoSchema } from '#src/mock/demo/schema.ts'
import { createDemo } from '#src/mock/demo/demo.ts'
import { browserAddress } from '#src/mock/scenarios/demoAddresses.ts'
import { plainWorld, type DemoEnvironment } from '#src/mock/demo/demoContext.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'
import { seedPlainWorld } from '#src/mock/demo/seedWorld.ts'
import { type LastTab, lastTabOf, type View } from '#src/mock/demo/view.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { createMemoryStorage, type MemoryStorage } from '#src/mock/storage/memory.ts'

interface OpenTab {
  world: string
  reloadAfterReset: (world: string) => void
  leaveListeners: Set<() => void>
}

/** Simulates a browser. Its tabs share worlds, a cookie, and a clock that moves only with `advance`. */
export function openBrowser() {
  let machineNow = Date.parse('2030-01-01T12:00:00Z')
  const cookies = new Map<string, string | undefined>()
  let lastTab: LastTab | undefined
  const bytes = seededBytes('machine')
  const storages = new Map<string, MemoryStorage<DemoTypes>>()
  const tabs: OpenTab[] = []
  const unstored = new Map<string, Omit<RequestLogRecord, 'id'>[]>()

  function storageOf(world: string): MemoryStorage<DemoTypes> {
    let storage = storages.get(world)
    if (!storage) {
      storage = createMemoryStorage(demoSchema)
      storages.set(world, storage)
      if (world === plainWorld) {
        void storage.write((db) => seedPlainWorld(db, machineNow))
      }
    }
    return storage
  }

  /** Opens a tab at a URL with this query. Pass the `memory` of an earlier tab to simulate a reload. */
  async function openTab(query = '', memory: { view?: View } = {}) {
    const openedTab: OpenTab = {
      world: '',
      reloadAfterReset: () => undefined,
      leaveListeners: new Set(),
    }
    tabs.push(openedTab)
    const changes: string[] = []
    const environment: DemoEnvironment = {
      machine: { now: () => machineNow, randomBytes: bytes },
      address: () => browserAddress,
      storageOf,
      createData: (scenario, startsAt) => scenario.world(startsAt),
      fillsInBackground: true,
      async joinWorld(world) {
        const shared = tabs.some((tab) => tab !== openedTab && tab.world === world)
        openedTab.world = world
        return { shared }
      },
      memory: {
        load: () => memory.view,
        save(view) {
          memory.view = structuredClone(view)
          lastTab = lastTabOf(memory.view)
        },
        lastTab: () => lastTab,
      },
      cookie: {
        get: (world) => cookies.get(world),
        set: (world, header) => void cookies.set(world, /edesk_session=(\w+)/.exec(header)?.[1]),
      },
      unstored: (world) => ({
        onLeave(listener) {
          openedTab.leaveListeners.add(listener)
          return () => openedTab.leaveListeners.delete(listener)
        },
        keep: (records) => void unstored.set(world, [...(unstored.get(world) ?? []), ...records]),
        take() {
          const records = unstored.get(world) ?? []
          unstored.delete(world)
          return records
        },
      }),
      transport: () => 'node',
      notify: {
        change: () => changes.push('change'),
        reset: (world) => tabs.forEach((tab) => tab !== openedTab && tab.reloadAfterReset(world)),
        fault: () => undefined,
        exchange: () => undefined,
      },
      base: '/',
      version: 'the version of this test',
      ResponseClass: Response,
    }
    const demo = await createDemo(new URLSearchParams(query), environment)
    openedTab.reloadAfterReset = (world) => demo.reloadAfterReset(world)

    async function request(method: string, path: string, body?: unknown, headers = {}) {
      const response = await demo.server.handle(
        new Request(`http://localhost${path}`, {
          method,
          headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      )
      if (response.type === 'error') return { status: 'lost', body: undefined } as const
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, body: parseJson(text) }
    }

    return {
      ...demo,
      request,
      memory,
      changes,
      leaveListeners: openedTab.leaveListeners,
      close() {
        tabs.splice(tabs.indexOf(openedTab), 1)
        for (const listener of openedTab.leaveListeners) listener()
      },
      tokenNames: async () => {
        const { body } = await request('GET', '/api/tokens?pageSize=100')
        return (body as { items: { name: string }[] }).items.map(({ name }) => name)
      },
      addToken: (name: string) =>
        request(
          'POST',
          '/api/tokens',
          { name, description: '', accessLevel: 'full_access' },
          { 'Idempotency-Key': `adding-${name.replaceAll(' ', '-')}-once` },
        ),
    }
  }

  return {
    openTab,
    storageOf,
    advance: (milliseconds: number) => (machineNow += milliseconds),
  }
}

/** Returns undefined for a text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
