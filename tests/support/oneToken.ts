import type { components } from '#src/api/generated/schema.ts'

import { type Person, startBackend } from './backend.ts'
import { generate } from './tokens.ts'

type Schemas = components['schemas']

/** A backend in which an Admin has one token, and the key of it. */
export async function withToken(name = 'ShipFast') {
  const backend = await startBackend()
  const admin = await backend.as('admin')
  const { body } = await generate(admin, { name, description: 'Ships' })
  return { backend, admin, old: body.token, oldKey: body.key ?? '' }
}

/** Whether a key unlocks the public API. */
export async function works(person: Person, key: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${key}` }
  return (await person('GET', '/v1/whoami', { headers })).status === 200
}

/** What was done to a token, the first first. */
export async function history(person: Person, id: string): Promise<string[]> {
  const { body } = await person('GET', `/api/activity?token=${id}`)
  return (body as Schemas['ActivityList']).items.map(({ action }) => action).reverse()
}
