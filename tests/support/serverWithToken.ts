import type { components } from '#src/api/generated/schema.ts'

import { type Person, startServer } from './backend.ts'
import { createToken } from './tokens.ts'

type Schemas = components['schemas']

/** Starts a backend in which an Admin has one token, and returns both with the key. */
export async function startServerWithToken(name = 'ShipFast') {
  const backend = await startServer()
  const admin = await backend.as('admin')
  const { body } = await createToken(admin, { name, description: 'Ships' })
  return { backend, admin, old: body.token, oldKey: body.key ?? '' }
}

/** Returns whether the public API accepts a key. */
export async function keyWorks(person: Person, key: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${key}` }
  return (await person('GET', '/v1/whoami', { headers })).status === 200
}

/** Returns the actions on a token, oldest first. */
export async function history(person: Person, id: string): Promise<string[]> {
  const { body } = await person('GET', `/api/activity?token=${id}`)
  return (body as Schemas['ActivityList']).items.map(({ action }) => action).reverse()
}
