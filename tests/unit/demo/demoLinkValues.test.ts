import { describe, expect, it } from 'vitest'

import { faultOperations } from '#src/mock/demo/faults.ts'
import { type DemoLink, DemoLinkError, formatLink, parseLink } from '#src/mock/demo/demoLink.ts'
import { isDemoParameter } from '#src/mock/demo/isDemoParameter.ts'
import { demoAddressForm } from '#src/mock/demo/parseDemoAddress.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'

const read = (pairs: [string, string][]) => parseLink(new URLSearchParams(pairs))

function errorOf(...pairs: [string, string][]): DemoLinkError {
  try {
    read(pairs)
  } catch (error) {
    if (error instanceof DemoLinkError) return error
    throw error
  }
  throw new Error('The link is valid.')
}

const time = 'a time such as 2026-12-31T23:59:50Z'
const allKeys = [
  'demo',
  'demo.as',
  'demo.now',
  'demo.clock',
  'demo.from',
  'demo.latency',
  'demo.transport',
  'demo.lang',
  'demo.panel',
  'demo.tour',
  'demo.starts',
  'demo.changes',
  'demo.fault',
]

describe('a key of a demo link', () => {
  it.each(['demo', 'demo.as', 'demo.'])('can be %s', (key) => {
    expect(isDemoParameter(key)).toBe(true)
  })

  it.each(['demonstration', 'my.demo', 'mydemo.as', ''])('cannot be %j', (key) => {
    expect(isDemoParameter(key)).toBe(false)
  })
})

describe('a value of a demo link', () => {
  it.each<[string, string, Partial<DemoLink>]>([
    ['demo.as', 'nobody', { as: 'nobody' }],
    ['demo.now', '2026-12-31T23:59Z', { now: '2026-12-31T23:59:00.000Z' }],
    ['demo.now', '2026-12-31T23:59:50.5Z', { now: '2026-12-31T23:59:50.500Z' }],
    ['demo.now', '2026-12-31T23:59:50.123-01:30', { now: '2027-01-01T01:29:50.123Z' }],
    ['demo.starts', '2026-12-31T23:59:50Z', { starts: '2026-12-31T23:59:50.000Z' }],
    ['demo.latency', '0', { latency: 0 }],
    ['demo.latency', '600000', { latency: 600_000 }],
    ['demo.transport', 'worker', { transport: 'worker' }],
    ['demo.lang', 'de', { lang: 'de' }],
    ['demo.panel', 'open', { panel: true }],
    ['demo.tour', '1', { tour: true }],
    ['demo.changes', 'aZ_0-9', { changes: 'aZ_0-9' }],
  ])('%s can be %s', (key, value, link) => {
    expect(read([[key, value]])).toEqual(link)
  })

  it.each([
    ['demo', 'lots', scenarioNames],
    ['demo.as', 'Admin', ['admin', 'agent', 'nobody', 'the email address of a user']],
    ['demo.now', 'at 2026-12-31T23:59:50Z', [time]],
    ['demo.now', '2026-12-31T23:59:50Z!', [time]],
    ['demo.now', '2026-12-31T23:59:50', [time]],
    ['demo.now', '2026-12-31T23:59:50.1234Z', [time]],
    ['demo.now', '2026-12-31T23Z', [time]],
    ['demo.now', '2026-13-31T23:59:50Z', [time]],
    ['demo.starts', '', [time]],
    ['demo.from', '8.8.8.8', [demoAddressForm]],
    ['demo.from', '203.0.113.256', [demoAddressForm]],
    ['demo.from', '2001:db9::1', [demoAddressForm]],
    ['demo.latency', '600001', ['0 to 600000 (milliseconds)']],
    ['demo.latency', '0000005', ['0 to 600000 (milliseconds)']],
    ['demo.latency', '1e3', ['0 to 600000 (milliseconds)']],
    ['demo.latency', ' 5', ['0 to 600000 (milliseconds)']],
    ['demo.latency', '5 ', ['0 to 600000 (milliseconds)']],
    ['demo.latency', '', ['0 to 600000 (milliseconds)']],
    ['demo.transport', 'pigeon', ['worker', 'page']],
    ['demo.lang', 'de-AT', ['en', 'de', 'fr', 'es', 'it', 'pl', 'ar', 'ja']],
    ['demo.panel', 'true', ['open']],
    ['demo.tour', 'true', ['1']],
    ['demo.changes', 'a b', ['a value created by “Copy link”']],
    ['demo.changes', '!a', ['a value created by “Copy link”']],
    ['demo.changes', 'a!', ['a value created by “Copy link”']],
    ['demo.changes', '', ['a value created by “Copy link”']],
    ['demo.speed', '9', allKeys],
    ['demo.fault', 'createTokn:503@1', faultOperations],
    [
      'demo.fault',
      'createToken:boom',
      [
        'createToken:{what}@{when}',
        'an HTTP status from 400 to 599',
        'late-{ms}',
        'lost',
        'lost-after-commit',
        'rubbish',
        'never',
        'overtaken',
        'session-ends',
        '@{n} (the nth call)',
        '@every-{n}',
        '@chance-{percent}',
        '@always',
      ],
    ],
  ])('%s cannot be %j', (key, value, allowed) => {
    expect(errorOf([key, value]).problems).toEqual([{ key, value, allowed }])
  })

  it('is reported with the possible values if it is invalid', () => {
    const error = errorOf(['demo.transport', 'pigeon'], ['page', '2'], ['demo.tour', '2'])
    expect(error.name).toBe('DemoLinkError')
    expect(error.message).toBe(
      'demo.transport=pigeon is not one of: worker, page; demo.tour=2 is not one of: 1',
    )
  })
})

describe('a written demo link', () => {
  it('has all values in a fixed order', () => {
    const link: DemoLink = {
      changes: 'abc',
      starts: '2026-12-01T00:00:00.000Z',
      tour: true,
      panel: true,
      transport: 'page',
      faults: [
        { operation: 'createToken', what: 503, when: { nth: 1 } },
        { operation: '*', what: 'lost', when: { chance: 5 } },
      ],
      latency: 250,
      now: '2026-12-31T23:59:50.000Z',
      as: 'agent',
      scenario: 'many',
    }
    const text =
      'demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50.000Z&demo.latency=250' +
      '&demo.fault=createToken:503@1&demo.fault=*:lost@chance-5&demo.transport=page' +
      '&demo.panel=open&demo.tour=1&demo.starts=2026-12-01T00:00:00.000Z&demo.changes=abc'
    expect(formatLink(link)).toBe(text)
    expect(parseLink(new URLSearchParams(text))).toEqual(link)
  })

  it('omits values that are not set', () => {
    expect(formatLink({})).toBe('')
    expect(formatLink({ panel: false, tour: false, faults: [] })).toBe('')
  })

  it('escapes special characters', () => {
    expect(formatLink({ changes: 'a&b=c#d %' })).toBe('demo.changes=a%26b%3Dc%23d%20%25')
  })
})
