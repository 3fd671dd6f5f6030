import { expect, it, vi } from 'vitest'

import { lazyProperty } from '#src/mock/scenarios/lazyProperty.ts'

it('a lazy property is computed when it is first read, and only once', () => {
  const compute = vi.fn(({ name }: { name: string }) => name.toUpperCase())
  const withCapitals = lazyProperty('capitals', compute)
  const records = ['one', 'two'].map((name) => withCapitals({ name }))
  expect(compute).not.toHaveBeenCalled()
  expect(records.map(({ capitals }) => capitals)).toEqual(['ONE', 'TWO'])
  expect(records.map(({ capitals }) => capitals)).toEqual(['ONE', 'TWO'])
  expect(compute).toHaveBeenCalledTimes(2)
})

it('copies of a record have the value of its lazy property', () => {
  const withCapitals = lazyProperty('capitals', ({ name }: { name: string }) => name.toUpperCase())
  const record = withCapitals({ name: 'one' })
  const expected = { name: 'one', capitals: 'ONE' }
  expect(JSON.parse(JSON.stringify(record))).toEqual(expected)
  expect(structuredClone(record)).toEqual(expected)
  expect({ ...record, name: 'other' }).toEqual({ ...expected, name: 'other' })
})
