import { describe, expect, it } from 'vitest'

import { parseLastTab, parseView, type View } from '#src/mock/demo/view.ts'

const view: View = {
  link: { scenario: 'tokens', as: 'admin', now: '2026-12-01T00:00:00.000Z' },
  world: 'tokens',
  own: { cookie: 'x' },
  clock: { shows: 1, at: 2 },
  latency: 5,
  faults: [{ operation: 'createToken', what: 503, when: { nth: 1 } }],
  counts: { createToken: 1 },
  transport: 'worker',
  panel: true,
}

describe('a stored view', () => {
  it('is read as it was stored', () => {
    expect(parseView(JSON.stringify(view))).toEqual(view)
    const { own: _own, clock: _clock, ...rest } = view
    const least = { ...rest, link: {}, faults: [], counts: {} }
    expect(parseView(JSON.stringify(least))).toEqual(least)
    expect(parseView(JSON.stringify({ ...view, own: { cookie: null } }))).toBeDefined()
  })

  it.each([null, '', 'null', '[]', '"x"', '{', '{}', '7'])('is ignored if it is %j', (text) => {
    expect(parseView(text)).toBeUndefined()
    expect(parseLastTab(text)).toBeUndefined()
  })

  const wrong: [keyof View, unknown[]][] = [
    ['link', [undefined, null, [], 'demo=tokens', { scenario: 'gone' }, { faults: 7 }]],
    ['world', [undefined, 7]],
    ['own', [null, {}, { cookie: 7 }, 'x']],
    ['clock', [null, {}, { shows: '1', at: 2 }, { shows: 1 }]],
    ['latency', [undefined, -1, '5', 1.5, 1e9]],
    ['faults', [undefined, {}, [7], [{}], [{ operation: 'createToken', what: 'x', when: 1 }]]],
    ['counts', [undefined, [], { createToken: '1' }]],
    ['transport', [undefined, 'node', 'host', '']],
    ['panel', [undefined, 1]],
  ]
  it.each(wrong)('is ignored if %s is from another version', (property, values) => {
    for (const value of values) {
      expect(parseView(JSON.stringify({ ...view, [property]: value })), String(value)).toBe(
        undefined,
      )
    }
  })
})

describe('the stored last tab', () => {
  it('is read as it was stored', () => {
    for (const tab of [
      { world: 'plain' },
      { world: 'imported', scenario: 'tokens', own: { cookie: null } },
    ]) {
      expect(parseLastTab(JSON.stringify(tab))).toEqual(tab)
    }
  })

  it.each([{}, { world: 7 }, { world: 'x', own: 7 }, { world: 'x', scenario: 'gone' }])(
    'is ignored if it is %j',
    (value) => expect(parseLastTab(JSON.stringify(value))).toBeUndefined(),
  )
})
