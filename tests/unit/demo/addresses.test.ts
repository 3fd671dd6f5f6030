import { describe, expect, it } from 'vitest'

import { parseDemoAddress } from '#src/mock/demo/parseDemoAddress.ts'
import { formatLink, parseLink } from '#src/mock/demo/demoLink.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

const link = 'demo=tokens&demo.as=admin'

/** Opens a demo, and returns the address of its latest request with a key. */
async function open(query: string) {
  const demo = await createTestDemo({ link: query })
  const { body } = await demo.control.send({
    as: 'admin',
    method: 'POST',
    path: '/api/tokens',
    body: { name: 'New', accessLevel: 'read_only' },
  })
  const { key } = body as { key: string }
  const addresses = async () => {
    const requests = await demo.control.records('requests')
    return (requests as { id: number; address?: string | null }[])
      .sort((one, other) => other.id - one.id)
      .map(({ address }) => address)
  }
  const fetchInTab = (sender?: { address: string }) =>
    demo.server.handle(
      new Request('http://localhost/v1/whoami', { headers: { Authorization: `Bearer ${key}` } }),
      sender,
    )
  return { ...demo, key, addresses, fetchInTab }
}

describe('an address of a demo', () => {
  it('is reserved for documentation', () => {
    const valid = {
      '192.0.2.0': '192.0.2.0',
      '198.51.100.255': '198.51.100.255',
      '203.0.113.7': '203.0.113.7',
      '2001:DB8:0::7': '2001:db8::7',
      '2001:db8::': '2001:db8::',
    }
    for (const [text, address] of Object.entries(valid)) {
      expect(parseDemoAddress(text), text).toBe(address)
    }
    const others = [
      ...['203.0.113.256', '203.0.113.07', '203.0.114.1', '8.8.8.8', '127.0.0.1', '2001:db9::1'],
      ...['2001:db8', '::1', '', 'localhost', '203.0.113.7]/', '2001:db8::1]@[::1', ':::'],
    ]
    for (const text of others) expect(parseDemoAddress(text), text).toBeUndefined()
  })

  it('can be given in a link', () => {
    expect(parseLink(new URLSearchParams('demo.from=2001:DB8::7'))).toEqual({ from: '2001:db8::7' })
    expect(formatLink({ scenario: 'tokens', from: '2001:db8::7' })).toBe(
      'demo=tokens&demo.from=2001:db8::7',
    )
    expect(() => parseLink(new URLSearchParams('demo.from=8.8.8.8'))).toThrow('203.0.113.0/24')
  })
})

describe('the requests of a demo', () => {
  it('come from the address of the link, or else from the one that the transport knows', async () => {
    const { addresses, fetchInTab, control } = await open(link)
    await fetchInTab()
    await fetchInTab({ address: '127.0.0.1' })
    await control.setView({ address: '203.0.113.7' })
    await fetchInTab({ address: '127.0.0.1' })
    await control.setView({ address: null })
    await fetchInTab()
    expect((await addresses()).slice(0, 4)).toEqual([
      '203.0.113.10',
      '203.0.113.7',
      '127.0.0.1',
      '203.0.113.10',
    ])
    const fromLink = await open(`${link}&demo.from=2001:db8::7`)
    await fromLink.fetchInTab()
    expect((await fromLink.addresses())[0]).toBe('2001:db8::7')
    expect((await fromLink.control.link()).link).toContain('demo.from=2001:db8::7')
  })

  it('come from the server of an application if a command sends them with a key', async () => {
    const { addresses, control, key } = await open(link)
    const request = { key, method: 'GET', path: '/v1/whoami' }
    await control.send(request)
    await control.send({ ...request, address: '192.0.2.1' })
    expect((await addresses()).slice(0, 2)).toEqual(['192.0.2.1', '198.51.100.20'])
  })

  it('come from the same addresses in a copied link', async () => {
    const { control, fetchInTab } = await open(`${link}&demo.from=192.0.2.1`)
    await fetchInTab()
    const copy = await createTestDemo({ link: (await control.link()).link })
    const requests = (await copy.control.records('requests')) as { id: number; address: string }[]
    expect(requests.sort((one, other) => other.id - one.id)[0]?.address).toBe('192.0.2.1')
  })

  it('refuses an address that is not reserved for documentation', async () => {
    const { control } = await open(link)
    await expect(control.setView({ address: '8.8.8.8' })).rejects.toThrow('192.0.2.0/24')
    expect((await control.state()).address).toBeNull()
  })
})
