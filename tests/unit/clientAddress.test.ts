import { describe, expect, it } from 'vitest'

import { clientAddressOf } from '#src/mock/transports/clientAddress.ts'
import { createProxyCheck } from '#src/mock/transports/proxies.ts'

const isTrustedProxy = createProxyCheck(['10.0.0.0/8', '2001:db8:ffff::/48'])
const client = '203.0.113.7'

/** Returns the client's address of a request that comes from `remoteAddress`. */
function addressOf(remoteAddress: string, headers: Record<string, string | string[]> = {}) {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat()])
  return clientAddressOf(
    { socket: { remoteAddress }, headersDistinct: Object.fromEntries(entries) as never },
    isTrustedProxy,
  )
}

describe('the address of a client', () => {
  it('is that of the connection', () => {
    expect(addressOf(client)).toBe(client)
    expect(addressOf('::ffff:203.0.113.7')).toBe(client)
    expect(addressOf('fe80::1%eth0')).toBe('fe80::1')
    expect(addressOf('10.0.0.1')).toBe('10.0.0.1')
  })

  it('is not what a client claims that is no trusted proxy', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1' }
    expect(addressOf(client, headers)).toBe(client)
  })

  it('is the last one that a trusted proxy forwards, whatever is before it', () => {
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': client })).toBe(client)
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': `198.51.100.1, ${client}` })).toBe(client)
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': ['198.51.100.1', client] })).toBe(client)
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': `198.51.100.1, ${client}, 10.9.9.9` })).toBe(
      client,
    )
    const chain = Array.from({ length: 10 }, (_, hop) => `10.0.0.${hop}`).join(', ')
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': `${client}, ${chain}` })).toBe(client)
    expect(
      addressOf('10.0.0.1', { forwarded: `for=198.51.100.1, for=${client};proto=https` }),
    ).toBe(client)
  })

  it('is the first one if all are trusted proxies', () => {
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': '10.0.0.3, 10.0.0.2' })).toBe('10.0.0.3')
  })

  it('is read from every notation', () => {
    const notations = {
      '203.0.113.7:4711': client,
      '::ffff:203.0.113.7': client,
      '[2001:DB8::7]:4711': '2001:db8::7',
      '[2001:db8::7]': '2001:db8::7',
      '2001:db8::7': '2001:db8::7',
    }
    for (const [text, address] of Object.entries(notations)) {
      expect(addressOf('10.0.0.1', { 'x-forwarded-for': text }), text).toBe(address)
      const forwarded = { forwarded: `proto=https; For="${text}";by=10.0.0.1` }
      expect(addressOf('10.0.0.1', forwarded), text).toBe(address)
    }
  })

  it('is unknown if the proxy does not name an address', () => {
    for (const text of ['unknown', '_hidden', '', '203.0.113.7, ', '198.51.100.1, somewhere']) {
      expect(addressOf('10.0.0.1', { 'x-forwarded-for': text }), text).toBeUndefined()
    }
    for (const text of ['for=unknown', 'for=_hidden', 'proto=https', '', 'for="']) {
      expect(addressOf('10.0.0.1', { forwarded: text }), text).toBeUndefined()
    }
  })

  it('is unknown if the two headers differ: the client has sent one of them', () => {
    const forged = { forwarded: 'for=198.51.100.1', 'x-forwarded-for': client }
    expect(addressOf('10.0.0.1', forged)).toBeUndefined()
    const same = { forwarded: `for="${client}:80"`, 'x-forwarded-for': client }
    expect(addressOf('10.0.0.1', same)).toBe(client)
  })

  it('is found in a header of 8 kB', () => {
    const claimed = '198.51.100.1, '.repeat(600)
    expect(addressOf('10.0.0.1', { 'x-forwarded-for': `${claimed}${client}` })).toBe(client)
  })
})
