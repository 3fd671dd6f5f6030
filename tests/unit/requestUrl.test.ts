import { describe, expect, it } from 'vitest'

import {
  forwardedUrlOf,
  isSafeHostName,
  parseHostName,
  requestUrlOf,
} from '#src/mock/transports/requestUrl.ts'

function urlOf(target: string | undefined, ...host: string[]): string | undefined {
  return requestUrlOf({ url: target, headersDistinct: host.length > 0 ? { host } : {} })?.href
}

describe('the URL of a request', () => {
  it.each([
    ['/api/x?y=1', ['shop.example:8080'], 'http://shop.example:8080/api/x?y=1'],
    ['/api/x', [], 'http://localhost/api/x'],
    [undefined, ['localhost'], 'http://localhost/'],
    ['//elsewhere/x', ['localhost'], 'http://localhost//elsewhere/x'],
    ['http://elsewhere.example/x', ['localhost'], 'http://elsewhere.example/x'],
    ['https://elsewhere.example/x', ['localhost'], 'https://elsewhere.example/x'],
  ])('of the target %j with the hosts %j is %s', (target, hosts, expected) => {
    expect(urlOf(target, ...hosts)).toBe(expected)
  })

  it.each([
    ['/', ['localhost', 'localhost']],
    ['/', ['']],
    ['/', ['localhost/api/x?']],
    ['/', ['localhost:99999']],
    ['http://elsewhere.example/x', ['local host']],
    ['ftp://elsewhere.example/', ['localhost']],
    ['xhttp://elsewhere.example/', ['localhost']],
  ])('of the target %j with the hosts %j is refused', (target, hosts) => {
    expect(urlOf(target, ...hosts)).toBeUndefined()
  })
})

describe('the URL that a client has sent to a proxy', () => {
  const url = new URL('http://127.0.0.1:4183/api/x?y=1')
  const forwarded = (proto?: string | string[], host?: string | string[]) =>
    forwardedUrlOf(url, {
      ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
      ...(host === undefined ? {} : { 'x-forwarded-host': host }),
    })?.href

  it('has the forwarded protocol and host, or those of the request', () => {
    expect(forwarded()).toBe(url.href)
    expect(forwarded('', ' ')).toBe(url.href)
    expect(forwarded('HTTPS')).toBe('https://127.0.0.1:4183/api/x?y=1')
    expect(forwarded('https', 'shop.example')).toBe('https://shop.example/api/x?y=1')
  })

  it('has the values of the last proxy', () => {
    expect(forwarded('http,https', 'a.example, b.example')).toBe('https://b.example/api/x?y=1')
    expect(forwarded(['http', 'https'], ['a.example', 'b.example'])).toBe(
      'https://b.example/api/x?y=1',
    )
  })

  it.each([
    ['javascript', 'shop.example'],
    ['xhttp', 'shop.example'],
    ['https2', 'shop.example'],
    ['https', 'shop.example/x'],
    ['https', 'shop.example:99999'],
  ])('is refused with the protocol %s and the host %s', (proto, host) => {
    expect(forwarded(proto, host)).toBeUndefined()
  })
})

describe('a host name', () => {
  it.each(['localhost', 'a.b.localhost', '127.0.0.1', '192.168.0.7', '[::1]', '::1'])(
    'is safe from DNS rebinding: %s',
    (name) => {
      expect(isSafeHostName(name)).toBe(true)
    },
  )

  it.each([
    'notlocalhost',
    '.localhost',
    'localhost.example',
    '127.0.0.1.example',
    '1[::1]',
    '[::1]2',
  ])('is not safe from DNS rebinding: %s', (name) => {
    expect(isSafeHostName(name)).toBe(false)
  })

  it.each([
    ['Shop.Example:8080', 'shop.example'],
    ['shop.example.', 'shop.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%s has the canonical form %s', (text, expected) => {
    expect(parseHostName(text)).toBe(expected)
  })

  it.each(['', 'shop example', 'shop.example/x', 'user@shop.example'])('is not %j', (text) => {
    expect(() => parseHostName(text)).toThrow(`“${text}” is not a host name.`)
  })
})
