import { expect, it } from 'vitest'

import { msPerDay } from '#src/shared/time.ts'

import { connect } from '../support/publicApi/application.ts'
import { createToken } from '../support/tokens.ts'

it('the plan tells an Admin how many tokens stop on a lower plan', async () => {
  const { backend, admin, application } = await connect()
  const tokens = async (person = admin) =>
    ((await person('GET', '/api/plan')).body as { tokens: unknown }).tokens
  expect(await tokens()).toEqual({ working: 1, usedThisWeek: 0 })
  await application('GET', '/v1/whoami')
  const paused = await createToken(admin, { name: 'Paused' })
  await admin('POST', `/api/tokens/${paused.body.token.id}/pause`)
  await createToken(admin, { name: 'Expired', expiresAt: '2026-11-25T09:00:00Z' })
  expect(await tokens()).toEqual({ working: 2, usedThisWeek: 1 })
  expect(await tokens(await backend.as('agent'))).toBeNull()
  backend.clock.set(new Date(Date.parse('2026-11-24T09:00:00Z') + 7 * msPerDay))
  const later = await backend.as('admin')
  expect(await tokens(later)).toEqual({ working: 1, usedThisWeek: 0 })
  const { body } = await later('PUT', '/api/plan', { body: { plan: 'starter' } })
  expect(body).toEqual({ plan: 'starter', canChange: true, tokens: null })
  expect(await tokens(later)).toBeNull()
  const other = await backend.as('starterAdmin')
  const upgraded = await other('PUT', '/api/plan', { body: { plan: 'enterprise' } })
  expect(upgraded.body).toMatchObject({ tokens: { working: 0, usedThisWeek: 0 } })
})
