import type { ReferenceOperation } from '#src/api/generated/reference.ts'

/**
 * Whether an operation matches a search text: it must contain every word, in any order.
 *
 * @param featureName the displayed name of the operation's feature.
 */
export function matches(
  { operationId, method, path, summary, tag }: ReferenceOperation,
  featureName: string,
  text: string,
): boolean {
  const searchable = [operationId, method, path, summary, tag, featureName].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searchable.includes(word))
}
