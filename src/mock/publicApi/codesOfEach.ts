import type { FieldCodes } from './edeskError.ts'

/**
 * What is wrong with the entries of a list in a request.
 *
 * @param codesOf is given an entry and the way to it: `order_items.0.`
 */
export function codesOfEach<Entry>(
  field: string,
  given: readonly Entry[] | null | undefined,
  codesOf: (entry: Entry, prefix: string) => FieldCodes,
): FieldCodes {
  const codes = (given ?? []).flatMap((entry, position) =>
    Object.entries(codesOf(entry, `${field}.${position}.`)),
  )
  return Object.fromEntries(codes)
}
