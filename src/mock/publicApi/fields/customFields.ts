import type { components } from '#src/api/generated/schema.ts'

import type { Writer } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import { numbersInSequence } from '../../server/records/sequences.ts'
import { validateEach } from './validateEach.ts'
import { validateListLength } from './validateListLength.ts'
import { validateNotBlank } from './validateNotBlank.ts'

type CustomField = components['schemas']['CustomField']
type CustomFieldRequest = components['schemas']['CustomFieldRequest']

/** Validates the custom fields in a request. An empty value is valid: it clears the field. */
export function validateCustomFields(
  existing: readonly CustomField[],
  given: readonly CustomFieldRequest[] = [],
): FieldCodes {
  const newNames = newNamesIn(existing, given)
  return {
    ...validateListLength('custom_fields', existing.length, newNames.size),
    ...validateEach('custom_fields', given, (field, prefix) =>
      validateNotBlank(field, ['name'], prefix),
    ),
  }
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
  const ids = await numbersInSequence(db, 'customFields', newNamesIn(existing, given).size)
  for (const { name, value } of given) {
    const id = byName.get(name)?.id ?? ids.shift() ?? 0
    byName.set(name, { id, name, value })
  }
  return [...byName.values()]
}

function newNamesIn(
  existing: readonly CustomField[],
  given: readonly CustomFieldRequest[],
): Set<string> {
  const names = new Set(given.map(({ name }) => name))
  for (const { name } of existing) names.delete(name)
  return names
}
