import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'

import { startBackend } from '#src/kit/vitest.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

/** The store of a page, after it has loaded the session. */
async function loadedSession(options: Parameters<typeof startBackend>[0]) {
  await startBackend(options)
  const session = useSessionStore(createPinia())
  expect(session.status).toBe('unknown')
  await session.load()
  return session
}

describe('the session', () => {
  it('is anonymous if nobody is logged in', async () => {
    const session = await loadedSession({ as: 'nobody' })
    expect(session.status).toBe('anonymous')
    expect(session.user).toBeUndefined()
  })

  it('can be loaded again if the first request fails', async () => {
    const session = await loadedSession({ as: 'admin', faults: ['getSession:lost@1'] })
    expect(session.status).toBe('failed')
    expect(session.failure?.kind).toBe('unreachable')
    await session.load()
    expect(session.status).toBe('active')
    expect(session.failure).toBeUndefined()
  })

  it('stays active if a later request fails', async () => {
    const session = await loadedSession({ as: 'admin', faults: ['getSession:lost@2'] })
    expect(await session.load()).toBe(false)
    expect(session.status).toBe('active')
  })

  it('keeps its user after it has expired, until the page forgets it', async () => {
    const session = await loadedSession({ as: 'admin' })
    session.expire()
    expect(session.status).toBe('expired')
    expect(session.user?.name).toBe('Alex Morgan')
    session.forget()
    expect(session.status).toBe('anonymous')
    expect(session.user).toBeUndefined()
  })
})

describe('a log-out', () => {
  it('ends the session, and ignores a request that the service rejects meanwhile', async () => {
    const session = await loadedSession({ as: 'admin' })
    session.beginLogOut()
    session.expire()
    expect(session.status).toBe('loggingOut')
    await session.logOut()
    expect(session.status).toBe('anonymous')
    await session.load()
    expect(session.status).toBe('anonymous')
  })

  it('continues the session if the user cancels it', async () => {
    const session = await loadedSession({ as: 'admin' })
    session.beginLogOut()
    session.cancelLogOut()
    expect(session.status).toBe('active')
  })

  it('is not undone by a request for the session that was sent before', async () => {
    const session = await loadedSession({ as: 'admin' })
    const { answered, release } = holdNextResponse()
    const load = session.load()
    await answered
    await session.logOut()
    release()
    await load
    expect(session.status).toBe('anonymous')
  })
})

describe('a log-in', () => {
  const credentials = { email: 'admin@example.com', password: 'edesk-demo' }

  it('is not undone by a request for the session that was sent before', async () => {
    const session = await loadedSession({ as: 'nobody' })
    const { answered, release } = holdNextResponse()
    const load = session.load()
    await answered
    await session.logIn(credentials)
    expect(session.status).toBe('active')
    release()
    await load
    expect(session.status).toBe('active')
    expect(session.user?.email).toBe(credentials.email)
  })

  it('is not undone by an earlier request that fails', async () => {
    const session = await loadedSession({ as: 'nobody', faults: ['getSession:lost@1'] })
    expect(session.status).toBe('failed')
    const { answered, release } = holdNextResponse(Promise.reject(new TypeError('lost')))
    const load = session.load()
    await answered
    await session.logIn(credentials)
    release()
    await load
    expect(session.status).toBe('active')
  })

  it('is not ended by an earlier request that the service has rejected', async () => {
    const session = await loadedSession({ as: 'nobody' })
    const rejected = session.watchRequest()
    await session.logIn(credentials)
    rejected()
    expect(session.status).toBe('active')
    session.watchRequest()()
    expect(session.status).toBe('expired')
  })
})

/** Holds the next response back until `release`. */
function holdNextResponse(result?: Promise<Response>) {
  const answered = Promise.withResolvers<undefined>()
  const release = Promise.withResolvers<undefined>()
  const original = globalThis.fetch
  result?.catch(() => undefined)
  vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async (...request) => {
    const response = await original(...request)
    answered.resolve(undefined)
    await release.promise
    return result ?? response
  })
  return { answered: answered.promise, release: () => release.resolve(undefined) }
}
