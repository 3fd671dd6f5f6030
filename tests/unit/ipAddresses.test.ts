import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  createRangeMatcher,
  isWithinRange,
  parseAddress,
  parseRange,
  remarkOn,
} from '#src/shared/ipAddresses.ts'

/** Returns the canonical form of a range, or why a text is none. */
function canonical(text: string): string {
  const range = parseRange(text)
  return range.ok ? range.value : range.code
}

describe('parseAddress', () => {
  it('returns the canonical form of every notation', () => {
    const notations = {
      '203.0.113.7': '203.0.113.7',
      '2001:DB8:0:0:1:0:0:1': '2001:db8::1:0:0:1',
      '2001:db8:0000::0007': '2001:db8::7',
      '::ffff:203.0.113.7': '203.0.113.7',
      '::FFFF:cb00:7107': '203.0.113.7',
      '64:ff9b::203.0.113.7': '64:ff9b::cb00:7107',
      'fe80::1%eth0': 'fe80::1',
      '::': '::',
    }
    for (const [text, address] of Object.entries(notations)) {
      expect(parseAddress(text), text).toBe(address)
    }
  })

  it('refuses all else', () => {
    const others = [
      ...[
        '',
        ' ',
        'localhost',
        '203.0.113',
        '256.0.0.1',
        '203.0.113.07',
        '0x7f.0.0.1',
        '2130706433',
      ],
      ...[
        '203.0.113.7 ',
        '203.0.113.7:80',
        '[::1]',
        '1::2::3',
        '::ffff:203.0.113.07',
        '::203.0.113.7',
      ],
      ...['203.0.113.0/24', '%eth0', '2001:db8::g', '1:2:3:4:5:6:7:8:9', '203.0.113.7\n'],
    ]
    for (const text of others) expect(parseAddress(text), text).toBeUndefined()
  })

  it('returns its own results unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseAddress(text)
        if (address !== undefined) expect(parseAddress(address)).toBe(address)
      }),
    )
  })
})

describe('parseRange', () => {
  it('returns the canonical form: without host bits, and an address for a range of one', () => {
    const ranges = {
      '203.0.113.7': '203.0.113.7',
      '203.0.113.7/32': '203.0.113.7',
      '203.0.113.7/24': '203.0.113.0/24',
      '0.0.0.0/0': '0.0.0.0/0',
      '2001:DB8::7/32': '2001:db8::/32',
      '2001:db8::7/128': '2001:db8::7',
      '::/0': '::/0',
      '::ffff:203.0.113.7/120': '203.0.113.0/24',
      '::ffff:203.0.113.7/128': '203.0.113.7',
    }
    for (const [text, range] of Object.entries(ranges)) expect(canonical(text), text).toBe(range)
  })

  it('says why a text is no range', () => {
    const texts = {
      'my server': 'not-an-address',
      '203.0.113': 'not-an-address',
      '': 'not-an-address',
      '203.0.113.007': 'leading-zeros',
      '010.0.0.1/8': 'leading-zeros',
      'fe80::1%eth0': 'address-zone',
      'fe80::1%eth0/64': 'address-zone',
      '203.0.113.0/33': 'range-prefix',
      '203.0.113.0/': 'range-prefix',
      '203.0.113.0/08': 'range-prefix',
      '203.0.113.0/-1': 'range-prefix',
      '203.0.113.0/24/8': 'range-prefix',
      '2001:db8::/129': 'range-prefix',
      '2001:db8::/1000': 'range-prefix',
      '::ffff:203.0.113.0/24': 'range-prefix',
    }
    for (const [text, code] of Object.entries(texts)) expect(canonical(text), text).toBe(code)
  })
})

describe('createRangeMatcher', () => {
  it('compares addresses of each notation with ranges', () => {
    const matches = createRangeMatcher(['203.0.113.0/24', '198.51.100.7', '2001:db8::/32'])
    const inside = [
      ...['203.0.113.0', '203.0.113.255', '198.51.100.7', '::ffff:203.0.113.7'],
      ...['2001:db8::', '2001:DB8:ffff::1'],
    ]
    const outside = ['203.0.114.0', '198.51.100.8', '2001:db9::', 'somewhere', '', '::203.0.113.7']
    for (const address of inside) expect(matches(address), address).toBe(true)
    for (const address of outside) expect(matches(address), address).toBe(false)
    expect(matches(null)).toBe(false)
    expect(matches(undefined)).toBe(false)
  })

  it('does not take an address of one version for one of the other', () => {
    expect(createRangeMatcher(['::/0'])('203.0.113.7')).toBe(false)
    expect(createRangeMatcher(['0.0.0.0/0'])('2001:db8::1')).toBe(false)
  })
})

describe('isWithinRange', () => {
  it('tells whether a range contains another one', () => {
    expect(isWithinRange('203.0.113.7', '203.0.113.0/24')).toBe(true)
    expect(isWithinRange('203.0.113.0/25', '203.0.113.0/24')).toBe(true)
    expect(isWithinRange('203.0.113.0/24', '203.0.113.0/24')).toBe(true)
    expect(isWithinRange('203.0.113.0/23', '203.0.113.0/24')).toBe(false)
    expect(isWithinRange('198.51.100.0/25', '203.0.113.0/24')).toBe(false)
    expect(isWithinRange('2001:db8::1', '2001:db8::/32')).toBe(true)
    expect(isWithinRange('2001:db8::1', '0.0.0.0/0')).toBe(false)
  })
})

describe('remarkOn', () => {
  it('notes private ranges, and ranges that hardly limit anything', () => {
    const remarks = {
      '10.1.2.3': 'private',
      '192.168.0.0/16': 'private',
      '127.0.0.1': 'private',
      '100.64.0.0/10': 'private',
      'fd00::/8': 'private',
      'fe80::1': 'private',
      '0.0.0.0/0': 'too-wide',
      '64.0.0.0/15': 'too-wide',
      '64.0.0.0/16': undefined,
      '::/0': 'too-wide',
      '2600::/31': 'too-wide',
      '2600::/32': undefined,
      '203.0.113.7': undefined,
      '2001:db8::/32': undefined,
    }
    for (const [range, remark] of Object.entries(remarks))
      expect(remarkOn(range), range).toBe(remark)
  })
})
