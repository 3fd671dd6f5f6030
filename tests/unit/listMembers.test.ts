import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'

import { startServer } from '../support/backend.ts'

it.each([
  ['en', ['Łucja', 'Luz', 'Ñandú', 'Nz']],
  ['de-AT', ['Łucja', 'Luz', 'Ñandú', 'Nz']],
  ['es', ['Łucja', 'Luz', 'Nz', 'Ñandú']],
  ['pl', ['Luz', 'Łucja', 'Ñandú', 'Nz']],
])('the users are sorted by the alphabet of the reader: %s', async (language, sorted) => {
  const now = new Date('2026-11-24T09:00:00Z')
  const world = defaultWorld(now)
  const names = ['Nz', 'Luz', 'Ñandú', 'Łucja']
  const users = world.users.filter(({ businessId }) => businessId === 'biz_northwind')
  for (const [position, user] of users.entries()) user.name = names[position] ?? ''
  const admin = await (await startServer({ now, world })).as('admin')
  const headers = { 'Accept-Language': language }
  const { items } = (await admin('GET', '/api/users', { headers }))
    .body as components['schemas']['MemberList']
  expect(items.map(({ name }) => name)).toEqual(sorted)
})

it('refuses a key in the header for the language, as in each parameter', async () => {
  const admin = await (await startServer({})).as('admin')
  const headers = { 'Accept-Language': `edesk_${'0'.repeat(30)}495VgU` }
  expect(await admin('GET', '/api/users', { headers })).toMatchObject({ status: 400 })
})
