import { describe, expect, it } from 'vitest'

import { ask, logIn } from '../support/http.ts'
import { startSingleHost } from '../support/singleHost.ts'

const isLoggedIn = async (port: number, headers: Record<string, string>) =>
  (await ask(port, 'GET', '/api/plan', { headers })).status === 200

const startBehindProxy = () => startSingleHost({ trustedProxies: ['loopback'] })

describe('the session cookies of two hosts on one machine', () => {
  it('have different names, so that both users stay logged in', async () => {
    const [one, other] = [await startSingleHost(), await startSingleHost()]
    const [atOne, atOther] = [await logIn(one), await logIn(other)]
    const Cookie = `${atOther.Cookie}; ${atOne.Cookie}`
    expect(await isLoggedIn(one, { Cookie })).toBe(true)
    expect(await isLoggedIn(other, { Cookie })).toBe(true)
    await ask(one, 'DELETE', '/api/session', { headers: { Cookie } })
    expect(await isLoggedIn(one, { Cookie })).toBe(false)
    expect(await isLoggedIn(other, { Cookie })).toBe(true)
  })

  it('have different names if containers give the hosts the same port', async () => {
    const port = await startSingleHost()
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const nameAt = async (Host: string) => {
      const { headers } = await ask(port, 'POST', '/api/session', { headers: { Host }, body })
      return headers['set-cookie']?.[0]?.split('=')[0]
    }
    expect(await nameAt('localhost:5000')).toBe(`edesk_session_5000_${port}`)
    expect(await nameAt('localhost')).toBe(`edesk_session_80_${port}`)
  })
})

describe('the session cookies of hosts behind one trusted proxy', () => {
  it('have the same name, so that each host replaces the other’s', async () => {
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const headers = { Host: 'localhost:8443', 'X-Forwarded-Proto': 'https' }
    for (const port of [await startBehindProxy(), await startBehindProxy()]) {
      const { headers: sent } = await ask(port, 'POST', '/api/session', { headers, body })
      expect(sent['set-cookie']?.[0]).toMatch(/^edesk_session_8443=/)
    }
  })
})

describe('the session cookie of a host', () => {
  it('is the first of two', async () => {
    const port = await startSingleHost()
    const { Cookie } = await logIn(port)
    const [name] = Cookie.split('=')
    expect(await isLoggedIn(port, { Cookie: `${Cookie}; ${name}=foreign` })).toBe(true)
    expect(await isLoggedIn(port, { Cookie: `${name}=foreign; ${Cookie}` })).toBe(false)
  })

  it.each(['edesk_session=', 'edesk_session_1=', 'edesk_session_1_2='])(
    'is also accepted as %s, from another port or version 0.3.0',
    async (name) => {
      const port = await startSingleHost()
      const [, value = ''] = (await logIn(port)).Cookie.split('=')
      expect(await isLoggedIn(port, { Cookie: `theme=dark; ${name}${value}` })).toBe(true)
      expect(await isLoggedIn(port, { Cookie: `x${name}${value}` })).toBe(false)
    },
  )
})
