import { expect, it } from 'vitest'

import { groupByApplication, isOldKeyOf } from '#src/mock/domain/oldKeys.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const later = '2026-11-25T09:00:00.000Z'

function token(
  id: string,
  links: { replacedById?: string; replacesId?: string; expiresAt?: string; pausedAt?: string } = {},
) {
  return { id, replacedById: null, replacesId: null, expiresAt: later, pausedAt: null, ...links }
}

const grouped = (...tokens: ReturnType<typeof token>[]) =>
  groupByApplication(tokens, now).map((application) =>
    [application.token, ...application.oldKeys].map(({ id }) => id).join(' < '),
  )

it('an old key belongs to its replacement until it expires', () => {
  const replacement = token('new', { replacesId: 'old' })
  const old = token('old', { replacedById: 'new' })
  expect(grouped(old, replacement)).toEqual(['new < old'])
  expect(grouped(replacement, { ...old, pausedAt: later })).toEqual(['new < old'])
  expect(grouped(replacement, { ...old, expiresAt: now.toISOString() })).toEqual(['new', 'old'])
  expect(isOldKeyOf(old, replacement, now)).toBe(true)
  expect(isOldKeyOf(replacement, old, now)).toBe(false)
})

it('the keys of several replacements belong to the newest token, the newest first', () => {
  const first = token('1', { replacedById: '2' })
  const second = token('2', { replacesId: '1', replacedById: '3' })
  const third = token('3', { replacesId: '2' })
  expect(grouped(first, second, third)).toEqual(['3 < 2 < 1'])
  const expired = { ...second, expiresAt: now.toISOString() }
  expect(grouped(first, expired, third)).toEqual(['2 < 1', '3'])
})

it('a token whose link leads nowhere is not lost', () => {
  expect(grouped(token('1', { replacedById: 'gone' }))).toEqual(['1'])
  expect(grouped(token('2', { replacesId: 'gone' }))).toEqual(['2'])
  expect(grouped(token('1', { replacedById: '2' }), token('2'))).toEqual(['1', '2'])
  expect(grouped(token('1'), token('2', { replacesId: '1' }))).toEqual(['1', '2'])
})
