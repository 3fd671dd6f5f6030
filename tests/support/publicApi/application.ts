import type { components } from '#src/api/generated/schema.ts'
import { permissions } from '#src/kit/builders.ts'

import type { Account } from '../accounts.ts'
import { type Answered, startServer } from '../backend.ts'
import { createToken } from '../tokens.ts'

type Schemas = components['schemas']

interface Sent {
  body?: unknown
  headers?: Record<string, string>
}

/** Sends requests with the key of a token, as an application does. */
export type Application = (method: string, path: string, sent?: Sent) => Promise<Answered>

/**
 * Starts a backend, and connects an application with Full Access to it.
 *
 * @param chosen the permissions of a Custom token, instead of Full Access.
 */
export async function connect(
  chosen?: Partial<Schemas['Permissions']>,
  { account = 'admin', now }: { account?: Account; now?: Date } = {},
) {
  const backend = await startServer(now ? { now } : {})
  const admin = await backend.as(account)
  if (account === 'starterAdmin')
    await admin('PUT', '/api/plan', { body: { plan: 'professional' } })
  const { application, token, key } = await applicationOf(backend, admin, chosen)
  return { backend, admin, application, token, key }
}

/** Connects another application to the business of this Admin. */
export async function applicationOf(
  backend: Awaited<ReturnType<typeof startServer>>,
  admin: Awaited<ReturnType<typeof backend.as>>,
  chosen?: Partial<Schemas['Permissions']>,
  name = 'ShipFast',
) {
  const { body } = await createToken(
    admin,
    chosen
      ? { name, accessLevel: 'custom', permissions: permissions(chosen) }
      : { name, accessLevel: 'full_access' },
  )
  const key = body.key ?? ''
  return { token: body.token, key, application: withKey(backend, key) }
}

/** Returns an application that uses this key. */
export function withKey(
  backend: Awaited<ReturnType<typeof startServer>>,
  key: string,
): Application {
  return (method, path, { body, headers } = {}) =>
    backend.nobody(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { Authorization: `Bearer ${key}`, ...headers },
    })
}

/** Summarizes a response: `200`, `404 There is nothing with this id.`, `400 {"name":"4001"}`. */
export function statusAndDetails({ status, body }: Answered): string {
  if (status === 200) return '200'
  const { details } = (body as Schemas['EdeskError'] | Schemas['ValidationError']).error
  if (typeof details === 'string') return `${status} ${details}`
  const codes = Object.entries(details).map(([field, { errorCode }]) => [field, errorCode])
  return `${status} ${JSON.stringify(Object.fromEntries(codes))}`
}

/** Returns the `data` of a successful response. Unknown, because tests check it with matchers. */
export function dataOf({ body }: Answered): unknown {
  return (body as { data: unknown }).data
}
