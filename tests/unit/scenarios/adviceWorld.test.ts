import { expect, it } from 'vitest'

import { createAdviceGrouping } from '#src/mock/domain/adviceGroups.ts'
import { createBrokenRules } from '#src/mock/domain/rules.ts'
import { toTokenProjection } from '#src/mock/domain/tokenProjection.ts'
import { adviceWorld } from '#src/mock/scenarios/adviceWorld.ts'

const now = new Date('2026-11-24T09:00:00Z')

it('has advice of every group, and the activity of the dismissed advice', () => {
  const { tokens, activity, businesses } = adviceWorld(now)
  const [business] = businesses
  if (!business) throw new Error('The world has no business')
  const brokenRules = createBrokenRules(business, now)
  const groupOf = createAdviceGrouping(now, (row) => brokenRules(row).length > 0)
  const groups = tokens.map((token) => groupOf(toTokenProjection(token)))
  const count = (group: string) => groups.filter((candidate) => candidate === group).length
  expect(count('failing')).toBe(1)
  expect(count('unused')).toBe(1)
  expect(count('breaks_rule')).toBe(1)
  expect(count('unused_permissions')).toBe(4)
  expect(count('few_addresses')).toBe(1)
  const dismissed = tokens.filter((_token, index) => groups[index] === 'dismissed')
  expect(dismissed.map(({ name }) => name)).toEqual(['Returns portal'])
  expect(activity.at(-1)).toMatchObject({
    action: 'advice_dismissed',
    tokenId: dismissed[0]?.id,
    byName: 'Robin Field',
  })
})
