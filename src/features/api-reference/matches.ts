import type { ReferenceOperation } from '#src/api/generated/reference.ts'

/**
 * Whether an operation is meant by what was typed: each of the words is somewhere in it.
 *
 * @param featureName what the feature is called on the screen.
 */
export function matches(
  { operationId, method, path, summary, tag }: ReferenceOperation,
  featureName: string,
  text: string,
): boolean {
  const all = [operationId, method, path, summary, tag, featureName].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
