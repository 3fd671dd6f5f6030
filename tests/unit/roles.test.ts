import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { takesLastAdmin } from '#src/mock/domain/roles.ts'

import { type Person, startServer } from '../support/backend.ts'
import { invalidFieldsOf, problemOf } from '../support/problems.ts'

type Schemas = components['schemas']

const change = (person: Person, userId: string, role: unknown) =>
  person('PATCH', `/api/users/${userId}`, { body: { role } })

async function activityOf(person: Person) {
  const { items } = (await person('GET', '/api/activity')).body as Schemas['ActivityList']
  return items.map(({ by, action, token, user, changes }) => ({
    by: by?.name,
    action,
    token,
    user: user?.name,
    changes,
  }))
}

it('the last Admin cannot lose the role, but one of several can', () => {
  const admin = { id: '1', role: 'admin' } as const
  const other = { id: '2', role: 'admin' } as const
  const agent = { id: '3', role: 'agent' } as const
  expect(takesLastAdmin(admin, 'agent', [admin, agent])).toBe(true)
  expect(takesLastAdmin(admin, 'agent', [admin, other])).toBe(false)
  expect(takesLastAdmin(admin, 'admin', [admin])).toBe(false)
  expect(takesLastAdmin(agent, 'admin', [admin, agent])).toBe(false)
})

describe('changing a role', () => {
  it('makes an Agent an Admin and back, which the activity shows', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const agent = await backend.as('agent')
    const { body } = await change(admin, 'usr_sam', 'admin')
    expect(body).toMatchObject({ id: 'usr_sam', role: 'admin' })
    expect((await agent('GET', '/api/tokens')).status).toBe(200)
    await change(admin, 'usr_sam', 'agent')
    expect(problemOf(await agent('GET', '/api/tokens'))).toBe('403 admin-required')
    const entry = { by: 'Alex Morgan', action: 'role_changed', token: null, user: 'Sam Rivera' }
    expect(await activityOf(admin)).toEqual([
      { ...entry, changes: [{ field: 'role', before: 'admin', after: 'agent' }] },
      { ...entry, changes: [{ field: 'role', before: 'agent', after: 'admin' }] },
    ])
    expect((await admin('GET', '/api/activity?action=role_changed')).body).toMatchObject({
      total: 2,
    })
  })

  it('to the current role changes nothing', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    expect((await change(admin, 'usr_robin', 'admin')).status).toBe(200)
    expect(await activityOf(admin)).toEqual([])
  })

  it('lets an Admin give up the own role, but not the last one', async () => {
    const backend = await startServer()
    const alex = await backend.as('admin')
    expect((await change(alex, 'usr_alex', 'agent')).status).toBe(200)
    expect(problemOf(await change(alex, 'usr_alex', 'admin'))).toBe('403 admin-required')
    const robin = await backend.as('otherAdmin')
    expect(problemOf(await change(robin, 'usr_robin', 'agent'))).toBe('409 last-admin')
    expect((await robin('GET', '/api/tokens')).status).toBe(200)
  })

  it('to Admin grants a pending request, and the notice of it ends', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const agent = await backend.as('agent')
    await agent('POST', '/api/access-requests')
    await change(admin, 'usr_sam', 'admin')
    expect((await admin('GET', '/api/access-requests')).body).toMatchObject({ total: 0 })
    expect((await admin('GET', '/api/notices')).body).toMatchObject({ total: 0 })
    expect(backend.storage.dump().accessRequests).toMatchObject([{ status: 'granted' }])
  })

  it('is recorded, too, if a request is granted, and is no notice', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const { body } = await (await backend.as('agent'))('POST', '/api/access-requests')
    const path = `/api/access-requests/${(body as { id: string }).id}`
    await admin('PATCH', path, { body: { status: 'granted' } })
    expect(await activityOf(admin)).toMatchObject([{ action: 'role_changed', user: 'Sam Rivera' }])
    const robin = await backend.as('otherAdmin')
    expect((await robin('GET', '/api/notices')).body).toMatchObject({ total: 0 })
  })

  it.each([['owner', 'not-allowed'] as const, [7, 'wrong-type'] as const])(
    'to %j is refused',
    async (role, code) => {
      const admin = await (await startServer()).as('admin')
      expect(invalidFieldsOf(await change(admin, 'usr_sam', role))).toEqual({ '#/role': code })
    },
  )
})
