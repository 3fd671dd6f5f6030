import { expect, it } from 'vitest'

import { isWellFormedKey } from '#src/shared/keyFormat.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

it("the key and the id of a scenario's token never change, so that others can hard-code them", () => {
  expect(keyOf('tokens', 'ShipFast')).toBe('edesk_s4vUQrYmhHrLrox4mgLY9GCqcbfVlJ43s5Vt')
  expect(demoTokenId('tokens', 'ShipFast')).toBe('tok_tOFtviVHa0VXoVRA')
})

it('each scenario and each name has its own key, in the usual format', () => {
  const keys = [
    keyOf('tokens', 'ShipFast'),
    keyOf('refused', 'ShipFast'),
    keyOf('tokens', 'ShipFast 2'),
    keyOf('tokens', ''),
  ]
  expect(keys.map(isWellFormedKey)).toEqual(keys.map(() => true))
  expect(new Set(keys).size).toBe(keys.length)
})
