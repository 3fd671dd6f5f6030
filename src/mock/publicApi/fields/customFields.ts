import type { components } from '#src/api/generated/schema.ts'

import type { Writer } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import { nextInSequence } from '../../server/records/sequences.ts'
import { validateNotBlank } from './validateNotBlank.ts'

type CustomField = components['schemas']['CustomField']
type CustomFieldRequest = components['schemas']['CustomFieldRequest']

/** Validates the custom fields in a request. An empty value is valid: it clears the field. */
export function validateCustomFields(given: readonly CustomFieldRequest[] = []): FieldCodes {
  const codes = given.flatMap((field, index) =>
    Object.entries(validateNotBlank(field, ['name'], `custom_fields.${index}.`)),
  )
  return Object.fromEntries(codes)
}

/**
 * Merges the custom fields of a request into the existing ones, by name. An existing field keeps its id and gets the new value.
 * If a request contains a name twice, the last value applies.
 */
export async function withCustomFields(
  db: Writer,
  existing: readonly CustomField[],
  given: readonly CustomFieldRequest[] = [],
): Promise<CustomField[]> {
  const byName = new Map(existing.map((field) => [field.name, field]))
  for (const { name, value } of given) {
    const id = byName.get(name)?.id ?? (await nextInSequence(db, 'customFields'))
    byName.set(name, { id, name, value })
  }
  return [...byName.values()]
}
