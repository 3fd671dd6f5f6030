import { expect, it } from 'vitest'

import { resolveScenario } from '#src/kit/demo/ownScenario.ts'

const own = { mine: { scenario: 'tokens', as: 'agent', latency: 5 } } as const

it('a scenario of its own provides what the test omits', () => {
  expect(resolveScenario('mine', { as: 'admin', now: undefined }, own)).toEqual({
    scenario: 'tokens',
    as: 'admin',
    latency: 5,
  })
  expect(resolveScenario('many', { as: 'admin' }, own)).toEqual({ scenario: 'many', as: 'admin' })
})

it('an unknown scenario is refused with all scenarios', () => {
  expect(() => resolveScenario('mein', {}, own)).toThrow(
    /^"mein" is not a scenario\. Use one of: empty, .*, mine\.$/,
  )
})
