import { ask, type Part, type StepResponse } from './step.ts'

export interface Token {
  id: string
  key: string
}

/** Creates a token as the person who is logged in. */
export function* generate(
  name: string,
  accessLevel = 'full_access',
  chosen?: Record<string, string>,
): Part<Token> {
  return tokenIn(
    yield* ask(`create a token for ${name}`, 201, 'POST', '/api/tokens', {
      body: { name, accessLevel, ...(chosen ? { permissions: chosen } : {}) },
      headers: { 'Idempotency-Key': `a-token-for-${encodeURIComponent(name)}` },
    }),
  )
}

/** Returns the id and the key of a new token, or empty strings without one: the expected status fails that step already. */
export function tokenIn({ body }: StepResponse): Token {
  const { token, key = null } = JSON.parse(body) as { token?: { id: string }; key?: string | null }
  return { id: token?.id ?? '', key: key ?? '' }
}

/** Returns the permissions of a Custom token: the chosen ones, and No Access for every other feature. */
export function permissions(chosen: Record<string, string>): Record<string, string> {
  const features = [
    'sales_orders',
    'sales_orders_notes',
    'tickets',
    'messages',
    'users',
    'tag_items',
    'channels',
    'templates',
    'contacts',
    'tag_groups_users',
    'tag_groups',
  ]
  const none = Object.fromEntries(features.map((feature) => [feature, 'no_access']))
  return { ...none, ...chosen }
}
