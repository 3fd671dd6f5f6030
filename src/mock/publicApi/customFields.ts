import type { components } from '#src/api/generated/schema.ts'

import type { Writer } from '../storage/storage.ts'
import type { FieldCodes } from './edeskError.ts'
import { nextNumber } from '../storage/numbers.ts'
import { codesOfBlankTexts } from './requiredTexts.ts'

type CustomField = components['schemas']['CustomField']
type CustomFieldRequest = components['schemas']['CustomFieldRequest']

/** What is wrong with the custom fields in a request. An empty value is right: it empties the field. */
export function codesOfCustomFields(given: readonly CustomFieldRequest[] = []): FieldCodes {
  const codes = given.flatMap((field, position) =>
    Object.entries(codesOfBlankTexts(field, ['name'], `custom_fields.${position}.`)),
  )
  return Object.fromEntries(codes)
}

/**
 * The custom fields with those of a request among them. A field is known by its name: one that is there gets the new value and
 * keeps its id, and of two with one name in a request the last one counts.
 */
export async function withCustomFields(
  db: Writer,
  kept: readonly CustomField[],
  given: readonly CustomFieldRequest[] = [],
): Promise<CustomField[]> {
  const byName = new Map(kept.map((field) => [field.name, field]))
  for (const { name, value } of given) {
    const id = byName.get(name)?.id ?? (await nextNumber(db, 'customFields'))
    byName.set(name, { id, name, value })
  }
  return [...byName.values()]
}
