import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'

import { startServer } from '../support/backend.ts'
import { problemOf } from '../support/problems.ts'

const right = { email: 'admin@example.com', password: 'edesk-demo' }
const { logInAttempts, logInRetrySeconds } = limits

async function start() {
  const backend = await startServer()
  const logIn = (body: object) => backend.nobody('POST', '/api/session', { body })
  return {
    ...backend,
    logIn,
    failOften: async (email: string, times: number = logInAttempts) => {
      for (let number = 0; number < times; number += 1) await logIn({ email, password: 'guessed' })
    },
    wait: (seconds: number) =>
      backend.clock.set(new Date(backend.clock.now().getTime() + seconds * 1000)),
  }
}

describe('the limit on wrong passwords', () => {
  it.each(['admin@example.com', 'nobody@example.com'])(
    'is the same whether or not the address belongs to a user: %s',
    async (email) => {
      const { logIn, failOften } = await start()
      await failOften(email, logInAttempts - 1)
      expect(problemOf(await logIn({ email, password: 'guessed' }))).toBe('401 wrong-credentials')
      const refused = await logIn({ email, password: 'guessed' })
      expect(problemOf(refused)).toBe('429 too-many-attempts')
      expect(refused.headers.get('retry-after')).toBe(String(logInRetrySeconds))
    },
  )

  it('refuses the right password too, until the time of Retry-After has passed', async () => {
    const { logIn, failOften, wait } = await start()
    await failOften(right.email)
    expect((await logIn(right)).status).toBe(429)
    wait(logInRetrySeconds - 0.001)
    expect((await logIn(right)).headers.get('retry-after')).toBe('1')
    wait(0.001)
    expect((await logIn(right)).status).toBe(201)
  })

  it('allows one more attempt after each wait', async () => {
    const { logIn, failOften, wait } = await start()
    await failOften(right.email)
    wait(logInRetrySeconds)
    await failOften(right.email, 1)
    expect((await logIn(right)).status).toBe(429)
  })

  it('does not lock anybody out until the clock catches up, if it was put back', async () => {
    const { logIn, failOften, wait } = await start()
    await failOften(right.email)
    wait(-logInAttempts * logInRetrySeconds)
    expect((await logIn(right)).status).toBe(429)
    wait(-0.001)
    expect((await logIn(right)).status).toBe(201)
  })

  it('counts an address regardless of its case and of spaces', async () => {
    const { logIn, failOften } = await start()
    await failOften(' ADMIN@example.com ')
    expect((await logIn(right)).status).toBe(429)
  })

  it('does not affect other addresses', async () => {
    const { logIn, failOften } = await start()
    await failOften('agent@example.com')
    expect((await logIn(right)).status).toBe(201)
  })

  it('starts again after a log-in', async () => {
    const { logIn, failOften } = await start()
    await failOften(right.email, logInAttempts - 1)
    expect((await logIn(right)).status).toBe(201)
    await failOften(right.email, logInAttempts - 1)
    expect((await logIn(right)).status).toBe(201)
  })

  it('stores no address, and removes what no longer counts', async () => {
    const { failOften, storage, wait } = await start()
    for (let number = 0; number < 30; number += 1) await failOften(`${number}@example.com`, 1)
    expect(storage.dump().logInAttempts).toHaveLength(30)
    expect(JSON.stringify(storage.dump().logInAttempts)).not.toContain('example.com')
    wait(logInRetrySeconds + 1)
    await failOften('late@example.com', 1)
    await failOften('later@example.com', 3)
    expect(storage.dump().logInAttempts.length).toBeLessThanOrEqual(3)
  })
})

describe('a log-in', () => {
  it('does the same work for an unknown address as for a wrong password', async () => {
    const backend = await startServer()
    const calls: string[] = []
    const { storage } = backend
    const original = storage.write.bind(storage)
    storage.write = (work) =>
      original((db) =>
        work(
          new Proxy(db, {
            get(target, name) {
              const member: unknown = Reflect.get(target, name)
              if (typeof member !== 'function') return member
              return (table: string, ...rest: unknown[]) => {
                calls.push(`${String(name)} ${table}`)
                return member.call(target, table, ...rest) as unknown
              }
            },
          }),
        ),
      )
    await backend.nobody('POST', '/api/session', { body: { ...right, password: 'guessed' } })
    const known = calls.splice(0)
    await backend.nobody('POST', '/api/session', { body: { ...right, email: 'who@example.com' } })
    expect(calls).toEqual(known)
    expect(calls).toContain('get businesses')
  })
})
