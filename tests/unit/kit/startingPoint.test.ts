import { expect, it } from 'vitest'

import { readStartingPoint } from '#src/kit/demo/startingPoint.ts'

it('reads the scenario and the query of a link', () => {
  const link = 'demo=many&demo.as=agent'
  for (const from of [link, `?${link}`, `http://localhost:4173/tickets?${link}#top`]) {
    expect(readStartingPoint(from)).toEqual({ scenario: 'many', link })
  }
})

it('says what a start can be', () => {
  expect(() => readStartingPoint('tokens')).toThrow(
    '"tokens" is neither a demo link, such as "?demo=tokens&demo.as=admin", nor an exported file',
  )
  expect(() => readStartingPoint('?demo=tokns')).toThrow('demo=tokns is not one of: empty,')
  expect(() => readStartingPoint('nowhere.json')).toThrow('nowhere.json')
  expect(() => readStartingPoint('package.json')).toThrow('This file is not a demo export.')
})
