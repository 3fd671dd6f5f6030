import type { components } from '#src/api/generated/schema.ts'

import type { Answered } from './backend.ts'

type Schemas = components['schemas']

/** The kind of a problem document, for short comparisons. */
export function problemOf({ status, body }: Answered): string {
  const { type = 'no problem' } = (body ?? {}) as { type?: string }
  return `${status} ${type.replace('/problems/', '')}`
}

/** The wrong fields of a problem document: `{ '#/name': 'taken' }`. */
export function faultsOf({ body }: Answered): Record<string, string> {
  const { errors = [] } = body as Schemas['Problem']
  return Object.fromEntries(errors.map(({ pointer, code }) => [pointer, code]))
}
