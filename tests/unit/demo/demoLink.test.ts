import { describe, expect, it } from 'vitest'

import { type DemoLink, DemoLinkError, formatLink, parseLink } from '#src/mock/demo/demoLink.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'

const read = (text: string) => parseLink(new URLSearchParams(text))

function problemsOf(text: string) {
  try {
    read(text)
  } catch (error) {
    if (error instanceof DemoLinkError) return error.problems
  }
  throw new Error('The link is valid.')
}

describe('a demo link', () => {
  it('can set every value at once', () => {
    expect(
      read(
        'demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50Z&demo.latency=250&demo.transport=page' +
          '&demo.panel=open&demo.tour=1&demo.fault=createToken:503@1&demo.fault=*:lost@every-3',
      ),
    ).toEqual({
      scenario: 'many',
      as: 'agent',
      now: '2026-12-31T23:59:50.000Z',
      latency: 250,
      transport: 'page',
      panel: true,
      tour: true,
      faults: [
        { operation: 'createToken', what: 503, when: { nth: 1 } },
        { operation: '*', what: 'lost', when: { every: 3 } },
      ],
    } satisfies DemoLink)
  })

  it('can set nothing, and ignores other parameters', () => {
    expect(read('returnTo=/tickets&demonstration=1')).toEqual({})
  })

  it.each(scenarioNames)('opens %s', (scenario) => {
    expect(read(`demo=${scenario}`)).toEqual({ scenario })
  })

  it('is written in the format in which it is read', () => {
    const text =
      'demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50.000Z&demo.latency=0&demo.fault=createToken:503@1'
    expect(formatLink(read(text))).toBe(text)
  })

  it('accepts a time in another zone', () => {
    expect(read('demo.now=2026-12-31T23:59%2B02:00').now).toBe('2026-12-31T21:59:00.000Z')
  })
})

describe('a demo link with invalid values', () => {
  it('is refused completely, with each invalid value and the valid ones', () => {
    const problems = problemsOf('demo=many&demo.as=boss&demo.fault=createTokn:503@1')
    expect(problems).toMatchObject([
      {
        key: 'demo.as',
        value: 'boss',
        allowed: ['admin', 'agent', 'nobody', 'the email address of a user'],
      },
      { key: 'demo.fault', value: 'createTokn:503@1' },
    ])
    expect(problems[1]?.allowed).toContain('createToken')
    expect(problems[1]?.allowed).toContain('whoami')
  })

  it('explains the format of a fault if its operation is valid', () => {
    const [problem] = problemsOf('demo.fault=createToken:boom@1')
    expect(problem?.allowed).toContain('lost-after-commit')
    expect(problem?.allowed).toContain('@every-{n}')
  })

  it.each([
    ['demo=lots', 'tokens'],
    ['demo.now=tomorrow', 'a time such as 2026-12-31T23:59:50Z'],
    ['demo.now=2026-13-01T00:00:00Z', 'a time such as 2026-12-31T23:59:50Z'],
    ['demo.latency=-1', '0 to 600000 (milliseconds)'],
    ['demo.latency=600001', '0 to 600000 (milliseconds)'],
    ['demo.transport=pigeon', 'worker'],
    ['demo.panel=shut', 'open'],
    ['demo.tour=2', '1'],
    ['demo.speed=9', 'demo.latency'],
    ['demo.changes=%3F', 'a value created by “Copy link”'],
  ])('is refused: %s', (text, allowed) => {
    expect(problemsOf(text)[0]?.allowed).toContain(allowed)
  })
})
