import { describe, expect, it } from 'vitest'

import { isEdeskTime, toEdeskTime, toIsoTime } from '#src/mock/domain/edeskTime.ts'

describe("a time in eDesk's API", () => {
  it('is in UTC with seconds', () => {
    expect(toEdeskTime(new Date('2026-11-24T09:08:07.999Z'))).toBe('2026-11-24 09:08:07')
  })

  it('can be converted to ISO 8601', () => {
    expect(toIsoTime('2026-11-24 09:08:07')).toBe('2026-11-24T09:08:07.000Z')
  })

  it.each(['2026-11-24 09:08:07', '2028-02-29 23:59:59', '0001-01-01 00:00:00'])(
    'can be %s',
    (text) => {
      expect(isEdeskTime(text)).toBe(true)
    },
  )

  it.each([
    '2026-02-30 00:00:00',
    '2027-02-29 00:00:00',
    '2026-13-01 00:00:00',
    '2026-11-24 24:00:00',
    '2026-11-24 09:60:00',
    '2026-11-24T09:08:07',
    '2026-11-24 09:08',
    '2026-11-24 09:08:07.000',
    '2026-11-24 09:08:07Z',
    '12026-11-24 09:08:07',
    '+012026-11-24 09:08',
    ' 2026-11-24 09:08:07',
    '2026-1-24 09:08:07',
    '2026-11-4 09:08:07',
    '2026-11-24 9:08:07',
    '2026-11-24',
    'yesterday',
    '',
  ])('cannot be %j', (text) => {
    expect(isEdeskTime(text)).toBe(false)
  })
})
