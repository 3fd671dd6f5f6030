import { expect, it } from 'vitest'

import { rulesWorld } from '#src/mock/scenarios/rulesWorld.ts'

import { startServer } from '../../support/backend.ts'
import { rulesSeenBy } from '../../support/rules.ts'

it('has rules that some tokens break, and an unused token that will be paused', async () => {
  const now = new Date('2026-11-24T09:00:00Z')
  const backend = await startServer({ now, world: rulesWorld(now) })
  const admin = await backend.as('admin')
  const { breaking, changedBy } = await rulesSeenBy(admin)
  expect(changedBy?.name).toBe('Robin Field')
  expect(Object.keys(breaking)).toHaveLength(5)
  expect(breaking).toMatchObject({ max_tokens: 2, pause_unused_after: 1 })
  expect(breaking.longest_life).toBeGreaterThan(5)
  const { body } = await admin('GET', '/api/notices')
  expect(JSON.stringify(body)).toContain('"kind":"tokens_pausing"')
  const activity = await admin('GET', '/api/activity?action=rules_changed')
  expect(activity.body).toMatchObject({ total: 1 })
})
