import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { packRows, unpackRows } from '#src/mock/storage/packedRows.ts'
import type { AnyRow } from '#src/mock/storage/port.ts'

import { propertyTest } from '../../support/propertyTest.ts'

/** Few values, so that all rows often have the same. */
const values = fc.oneof(fc.constantFrom(null, true, 0, 'é'), fc.constantFrom([], ['a'], { b: [1] }))
const ids = fc.uniqueArray(fc.oneof(fc.string(), fc.integer()), { maxLength: 6 })

/** Rows with the same fields. */
const lists: fc.Arbitrary<AnyRow[]> = fc
  .tuple(
    ids,
    fc.array(fc.constantFrom('name', 'at', 'left'), { maxLength: 3 }),
    fc.infiniteStream(values),
  )
  .map(([all, fields, stream]) =>
    all.map((id) => ({
      id,
      ...Object.fromEntries(fields.map((field) => [field, stream.next().value as unknown])),
    })),
  )

describe('rows', propertyTest, () => {
  it('are the same after they were packed and unpacked', () => {
    fc.assert(
      fc.property(lists, (rows) => {
        expect(unpackRows(packRows(rows))).toEqual(rows)
      }),
    )
  })
})
