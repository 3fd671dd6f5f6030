import type { FieldCodes } from '../edeskError.ts'

/**
 * Validates each entry of a list in a request.
 *
 * @param validate validates one entry; its second argument is the path prefix of the entry, for example `order_items.0.`
 * @returns the error codes of all entries, by path.
 */
export function validateEach<Entry>(
  field: string,
  entries: readonly Entry[] | null | undefined,
  validate: (entry: Entry, prefix: string) => FieldCodes,
): FieldCodes {
  const codes = (entries ?? []).flatMap((entry, index) =>
    Object.entries(validate(entry, `${field}.${index}.`)),
  )
  return Object.fromEntries(codes)
}
