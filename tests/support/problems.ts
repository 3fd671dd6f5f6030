import type { components } from '#src/api/generated/schema.ts'

import type { Answered } from './backend.ts'

type Schemas = components['schemas']

/** Returns the status and the type of a problem document, such as `404 not-found`. */
export function problemOf({ status, body }: Answered): string {
  const { type = 'no problem' } = (body ?? {}) as { type?: string }
  return `${status} ${type.replace('/problems/', '')}`
}

/** Returns the invalid fields of a problem document: `{ '#/name': 'taken' }`. */
export function invalidFieldsOf({ body }: Answered): Record<string, string> {
  const { errors = [] } = body as Schemas['Problem']
  return Object.fromEntries(errors.map(({ pointer, code }) => [pointer, code]))
}
