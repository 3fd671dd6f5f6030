import type { components } from '#src/api/generated/schema.ts'

import type { Person } from './backend.ts'

type Schemas = components['schemas']

let count = 0

/** Replaces a token as this person. By default, the new token has full access, and the old key works for one more day. */
export async function replace(
  person: Person,
  id: string,
  fields: Partial<Schemas['Replacement']> = {},
  idempotencyKey = `replace-${(count += 1)}-token`,
) {
  const response = await person('POST', `/api/tokens/${id}/replacement`, {
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { accessLevel: 'full_access', keepOldKey: 'day', ...fields },
  })
  return { ...response, body: response.body as Schemas['CreatedToken'] }
}

/** Returns a token. */
export async function tokenAt(person: Person, id: string): Promise<Schemas['Token']> {
  return (await person('GET', `/api/tokens/${id}`)).body as Schemas['Token']
}
