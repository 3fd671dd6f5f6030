import { nameKey, readDescription, readName, type TextFault } from '../domain/names.ts'
import { type FieldError, invalidField, Problem } from '../problem.ts'
import type { Reader } from '../storage/storage.ts'

const details: Record<TextFault, string> = {
  required: 'It has no character that can be seen.',
  'too-long': 'It is too long.',
  'control-characters': 'It contains control characters.',
}

/**
 * Name and description of a token as they are kept, where they are given.
 *
 * @param others what is wrong with the other fields.
 * @param ownId the token that may have the name already.
 * @throws Problem `invalid-fields`, for all at once.
 */
export async function readTexts(
  given: { name?: string | undefined; description?: string | undefined },
  db: Reader,
  businessId: string,
  others: readonly FieldError[],
  ownId?: string,
): Promise<{ name: string | undefined; description: string | undefined }> {
  const errors = [...others]
  const name = given.name === undefined ? undefined : readName(given.name)
  const description =
    given.description === undefined ? undefined : readDescription(given.description)
  if (name && !name.ok) errors.push(invalidField('name', name.code, details[name.code]))
  if (description && !description.ok) {
    errors.push(invalidField('description', description.code, details[description.code]))
  }
  if (name?.ok) {
    const [same] = await db.list('tokens', 'byName', { equals: [businessId, nameKey(name.value)] })
    if (same && same.id !== ownId) {
      errors.push(invalidField('name', 'taken', 'Another token of the business has this name.'))
    }
  }
  if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })
  return {
    name: name?.ok ? name.value : undefined,
    description: description?.ok ? description.value : undefined,
  }
}
