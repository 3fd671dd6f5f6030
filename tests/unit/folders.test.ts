import 'fake-indexeddb/auto'

import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { View } from '#src/mock/demo/view.ts'

const viewOf = (world: string): View => ({
  link: world === 'plain' ? {} : { scenario: 'tokens' },
  world,
  latency: 0,
  faults: [],
  counts: {},
  transport: 'worker',
  panel: false,
})

/** A browser's state that all pages of an origin share. */
function openBrowser({ scopes = [] }: { scopes?: string[] } = {}) {
  const cookies = new Map<string, string>()
  const channels: string[] = []
  const locks: string[] = []
  const storage = () => {
    const items = new Map<string, string>()
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
  }
  const [localStorage, sessionStorage] = [storage(), storage()]
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('sessionStorage', sessionStorage)
  vi.stubGlobal('location', new URL('http://localhost:4173/edesk/'))
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('BroadcastChannel', function (name: string) {
    channels.push(name)
    return { addEventListener: () => undefined, postMessage: () => undefined }
  })
  vi.stubGlobal('document', {
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(text: string) {
      const [name = '', value = ''] = text.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    },
  })
  vi.stubGlobal('navigator', {
    serviceWorker: { getRegistrations: async () => scopes.map((scope) => ({ scope })) },
    locks: {
      query: async () => ({ held: [] }),
      request: (name: string, _options: unknown, callback: () => unknown) => {
        locks.push(name)
        return Promise.resolve(callback())
      },
    },
  })
  return { cookies, channels, locks, localStorage, sessionStorage, page }
}

/** Starts the demo of a folder in a new page. */
async function openPage(base: string) {
  vi.resetModules()
  const { adoptEarlierItems, adoptsEarlierData } =
    await import('#src/mock/transports/earlierData.ts')
  const { browserEnvironment } = await import('#src/mock/transports/browserEnvironment.ts')
  await adoptEarlierItems(base)
  const { environment } = browserEnvironment({ base, transport: () => 'worker' })
  return { ...environment, adopts: () => adoptsEarlierData(base) }
}

const databaseNames = async () => (await indexedDB.databases()).map(({ name = '' }) => name)

beforeEach(async () => {
  for (const name of await databaseNames()) await deleteDB(name)
})
afterEach(() => void vi.unstubAllGlobals())

describe('two demos in two folders of an origin', () => {
  it('share no database, session, view, channel or lock', async () => {
    const browser = openBrowser()
    const one = await openPage('/a/')
    const other = await openPage('/b/')
    const names = async (page: typeof one) =>
      (await page.storageOf('plain').read((db) => db.all('tokens'))).map(({ name }) => name)
    const [token] = await one.storageOf('tokens').read((db) => db.all('tokens'))
    expect(token).toBeUndefined()
    await one.storageOf('plain').write(async (db) => {
      const [user] = await db.all('users')
      if (user) await db.put('users', { ...user, name: 'Only in a' })
    })
    const people = (page: typeof one) => page.storageOf('plain').read((db) => db.all('users'))
    expect((await people(one)).map(({ name }) => name)).toContain('Only in a')
    expect((await people(other)).map(({ name }) => name)).not.toContain('Only in a')
    expect(await names(other)).toEqual([])

    one.memory.save({ ...viewOf('tokens'), own: { cookie: 'a' } })
    expect(one.memory.lastTab()).toMatchObject({ world: 'tokens', own: { cookie: 'a' } })
    expect(other.memory.load()).toBeUndefined()
    expect(other.memory.lastTab()).toBeUndefined()

    one.cookie?.set('plain', 'edesk_session=aaa; Path=/; SameSite=Strict; Max-Age=1')
    other.cookie?.set('plain', 'edesk_session=bbb; Path=/; SameSite=Strict; Max-Age=1')
    expect([one.cookie?.get('plain'), other.cookie?.get('plain')]).toEqual(['aaa', 'bbb'])

    await Promise.all([one.joinWorld('tokens'), other.joinWorld('tokens')])
    expect(new Set(browser.channels).size).toBe(browser.channels.length)
    const ofFolder = (base: string) => browser.locks.filter((name) => name.endsWith(`:${base}`))
    expect(ofFolder('/a/')).toHaveLength(2)
    expect(ofFolder('/b/')).toHaveLength(2)
  })
})

describe('the session cookie of a demo', () => {
  it('belongs to a port, a folder and a world, and is not the one of a host', async () => {
    const { cookies } = openBrowser()
    const { cookie } = await openPage('/edesk/')
    cookies.set('edesk_session', 'host').set('edesk_session_4173', 'host')
    expect(cookie?.get('plain')).toBeUndefined()
    cookie?.set('plain', 'edesk_session=one; Path=/')
    cookie?.set('tokens', 'edesk_session=two; Path=/')
    expect([cookie?.get('plain'), cookie?.get('tokens')]).toEqual(['one', 'two'])
    vi.stubGlobal('location', new URL('http://localhost:5000/edesk/'))
    expect(cookie?.get('plain')).toBeUndefined()
    expect([...cookies.keys()].every((name) => /^[\w%]+$/.test(name))).toBe(true)
  })

  it('is the first of two, and not one whose name only ends like it', async () => {
    openBrowser()
    const { cookie } = await openPage('/')
    const name = 'edesk_demo_session_4173_%2F'
    vi.stubGlobal('document', { cookie: `x-${name}=foreign; ${name}=own; ${name}=later` })
    expect(cookie?.get('plain')).toBe('own')
  })
})

describe('a new tab', () => {
  it('continues from the tab that the user was last active in', async () => {
    const { page, sessionStorage } = openBrowser()
    const { memory } = await openPage('/')
    memory.save({ ...viewOf('tokens'), own: { cookie: 'first' } })
    const first = new Map(sessionStorage.items)
    memory.save({ ...viewOf('tokens'), own: { cookie: 'second' } })
    expect(memory.lastTab()?.own).toEqual({ cookie: 'second' })
    // The user returns to the first tab.
    for (const [key, value] of first) sessionStorage.setItem(key, value)
    page.dispatchEvent(new Event('pointerdown'))
    expect(memory.lastTab()?.own).toEqual({ cookie: 'first' })
  })
})

describe('the data of version 0.3.0', () => {
  async function createEarlierData({
    localStorage,
    sessionStorage,
    cookies,
  }: ReturnType<typeof openBrowser>) {
    const database = await openDB('edesk', 6, {
      upgrade: (opened) =>
        void opened.createObjectStore('businesses', { keyPath: 'id' }).put({ id: 'earlier' }),
    })
    database.close()
    localStorage.setItem('edesk-demo-world', 'tokens')
    sessionStorage.setItem('edesk-demo-view', JSON.stringify(viewOf('tokens')))
    cookies.set('edesk_session', 'earlier')
  }
  const isCopied = async (page: Awaited<ReturnType<typeof openPage>>) =>
    (await page.storageOf('plain').read((db) => db.all('businesses'))).some(
      ({ id }) => id === 'earlier',
    )

  it.each([
    ['its worker was here', ['http://localhost:4173/edesk/', 'http://localhost:4173/other/']],
    ['it had no worker', []],
  ])('are kept if %s', async (_why, scopes) => {
    const browser = openBrowser({ scopes })
    await createEarlierData(browser)
    const page = await openPage('/edesk/')
    expect(await page.adopts()).toBe(true)
    expect(await isCopied(page)).toBe(true)
    expect(page.memory.load()).toEqual(viewOf('tokens'))
    expect(page.memory.lastTab()).toEqual({ world: 'tokens', scenario: 'tokens' })
    expect(page.cookie?.get('tokens')).toBe('earlier')
    // Version 0.3.0 in another folder keeps its own.
    expect(await databaseNames()).toContain('edesk')
    expect(browser.cookies.get('edesk_session')).toBe('earlier')
  })

  it('are kept if only the database is left', async () => {
    const browser = openBrowser()
    await createEarlierData(browser)
    browser.localStorage.items.clear()
    browser.sessionStorage.items.clear()
    expect(await isCopied(await openPage('/'))).toBe(true)
  })

  it('are not looked for again in a browser that has none', async () => {
    openBrowser()
    expect(await isCopied(await openPage('/'))).toBe(false)
    const databases = vi.spyOn(indexedDB, 'databases')
    expect(await isCopied(await openPage('/'))).toBe(false)
    expect(databases).not.toHaveBeenCalled()
  })

  it('stay with the other folder in which its worker was', async () => {
    const browser = openBrowser({ scopes: ['http://localhost:4173/other/'] })
    await createEarlierData(browser)
    const page = await openPage('/edesk/')
    expect(await isCopied(page)).toBe(false)
    expect(page.memory.load()).toBeUndefined()
    expect(page.cookie?.get('plain')).toBeUndefined()
    // The decision lasts, also after this folder has a worker.
    const registrations = async () => [{ scope: 'http://localhost:4173/edesk/' }]
    vi.stubGlobal('navigator', { serviceWorker: { getRegistrations: registrations } })
    expect(await (await openPage('/edesk/')).adopts()).toBe(false)
  })

  it('are taken over once', async () => {
    const browser = openBrowser()
    await createEarlierData(browser)
    const { memory } = await openPage('/')
    memory.save(viewOf('plain'))
    expect((await openPage('/')).memory.load()).toEqual(viewOf('plain'))
  })
})
