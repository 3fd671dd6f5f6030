import { nameKey } from '#src/shared/nameKey.ts'

import { parseDescription, parseName, type TextIssue } from '../domain/names.ts'
import { type FieldError, invalidField, Problem } from '../server/errors/problem.ts'
import type { Reader } from '../domain/schema.ts'
import { statusOf } from '../domain/tokenLifecycle.ts'

/** What is wrong with a text, for each code. */
export const textIssueDetails: Record<TextIssue, string> = {
  required: 'It has no visible characters.',
  'too-long': 'It is too long.',
  'control-characters': 'It contains control characters.',
  'contains-key': 'It contains an API key, which must stay secret.',
}

/**
 * Validates the name and the description of a token, if given, and returns them as they are stored.
 *
 * @param otherErrors errors of the other fields, to report all at once.
 * @param ownId the token that is being updated, and may keep its name.
 * @throws Problem `invalid-fields`, with the errors of all fields.
 */
export async function parseTexts(
  given: { name?: string | undefined; description?: string | undefined },
  { db, businessId, now }: { db: Reader; businessId: string; now: Date },
  otherErrors: readonly FieldError[],
  ownId?: string,
): Promise<{ name: string | undefined; description: string | undefined }> {
  const errors = [...otherErrors]
  const name = given.name === undefined ? undefined : parseName(given.name)
  const description =
    given.description === undefined ? undefined : parseDescription(given.description)
  if (name && !name.ok) errors.push(invalidField('name', name.code, textIssueDetails[name.code]))
  if (description && !description.ok) {
    errors.push(invalidField('description', description.code, textIssueDetails[description.code]))
  }
  if (name?.ok) {
    const [same] = await db.list('tokens', 'byName', { equals: [businessId, nameKey(name.value)] })
    if (same && same.id !== ownId) {
      const { id, name } = same
      errors.push({
        ...invalidField('name', 'taken', 'Another token of the business has this name.'),
        token: { id, name, status: statusOf(same, now) },
      })
    }
  }
  if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })
  return {
    name: name?.ok ? name.value : undefined,
    description: description?.ok ? description.value : undefined,
  }
}
