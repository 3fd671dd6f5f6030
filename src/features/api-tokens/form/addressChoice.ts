/** Which addresses a token may be used from, as the user chooses it in a form. */
export interface AddressChoiceValue {
  isLimited: boolean
  /** What the user typed. It stays if the user chooses “Anywhere”. */
  text: string
  /** The addresses and ranges in the text, in their canonical form. Undefined while one of them is not valid. */
  ranges: readonly string[] | undefined
}

/** The preselected choice. */
export const anywhere: Readonly<AddressChoiceValue> = { isLimited: false, text: '', ranges: [] }

/** Returns the preselected choice. Where a rule requires addresses, it is a list without any. */
export function usualAddresses(areRequired: boolean): AddressChoiceValue {
  return { ...anywhere, isLimited: areRequired }
}

/** Returns the choice that a token has. */
export function addressChoiceOf(allowedAddresses: readonly string[]): AddressChoiceValue {
  return {
    isLimited: allowedAddresses.length > 0,
    text: allowedAddresses.join('\n'),
    ranges: allowedAddresses,
  }
}

/** Returns the addresses to send; none for anywhere. Undefined if the user has to correct or enter some. */
export function allowedAddressesOf({
  isLimited,
  ranges,
}: Readonly<AddressChoiceValue>): readonly string[] | undefined {
  if (!isLimited) return []
  return ranges && ranges.length > 0 ? ranges : undefined
}

/** Whether two choices mean the same. */
export function isSameChoice(one: AddressChoiceValue, other: AddressChoiceValue): boolean {
  return (
    one.isLimited === other.isLimited && (!one.isLimited || one.text.trim() === other.text.trim())
  )
}
