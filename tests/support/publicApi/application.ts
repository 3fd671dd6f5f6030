import type { components } from '#src/api/generated/schema.ts'

import { permissions } from '../../kit/builders.ts'
import type { Account } from '../accounts.ts'
import { type Answered, startBackend } from '../backend.ts'
import { generate } from '../tokens.ts'

type Schemas = components['schemas']

interface Sent {
  body?: unknown
  headers?: Record<string, string>
}

/** An application that has a token: sends requests with its key, and sees answers. */
export type Application = (method: string, path: string, sent?: Sent) => Promise<Answered>

/**
 * A backend of the test's own, and an application that may do everything in it.
 *
 * @param chosen permissions of a Custom token instead.
 */
export async function connect(
  chosen?: Partial<Schemas['Permissions']>,
  { account = 'admin', now }: { account?: Account; now?: Date } = {},
) {
  const backend = await startBackend(now ? { now } : {})
  const admin = await backend.as(account)
  if (account === 'starterAdmin')
    await admin('PUT', '/api/plan', { body: { plan: 'professional' } })
  const { application, token, key } = await applicationOf(backend, admin, chosen)
  return { backend, admin, application, token, key }
}

/** One more application of somebody's business. */
export async function applicationOf(
  backend: Awaited<ReturnType<typeof startBackend>>,
  admin: Awaited<ReturnType<typeof backend.as>>,
  chosen?: Partial<Schemas['Permissions']>,
  name = 'ShipFast',
) {
  const { body } = await generate(
    admin,
    chosen
      ? { name, accessLevel: 'custom', permissions: permissions(chosen) }
      : { name, accessLevel: 'full_access' },
  )
  const key = body.key ?? ''
  return { token: body.token, key, application: withKey(backend, key) }
}

/** Sends requests with a key, whatever it is. */
export function withKey(
  backend: Awaited<ReturnType<typeof startBackend>>,
  key: string,
): Application {
  return (method, path, { body, headers } = {}) =>
    backend.nobody(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { Authorization: `Bearer ${key}`, ...headers },
    })
}

/** What an answer says in short: `200`, `404 There is nothing with this id.`, `400 {"name":"4001"}`. */
export function inShort({ status, body }: Answered): string {
  if (status === 200) return '200'
  const { details } = (body as Schemas['EdeskError'] | Schemas['ValidationError']).error
  if (typeof details === 'string') return `${status} ${details}`
  const codes = Object.entries(details).map(([field, { errorCode }]) => [field, errorCode])
  return `${status} ${JSON.stringify(Object.fromEntries(codes))}`
}

/** The object in the envelope of a good answer, for matchers. */
export function dataOf({ body }: Answered): unknown {
  return (body as { data: unknown }).data
}
