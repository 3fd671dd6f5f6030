import type { AddressIssue, parseRange as ParseRange } from '#src/shared/ipAddresses.ts'

import { type FieldError, invalidField } from '../server/errors/problem.ts'

let parseRange: typeof ParseRange | undefined

/**
 * Loads the parser of addresses, for an operation whose transaction calls `parseAddressesField`. Most pages never need it, so it is not
 * in the backend's first file.
 */
export async function loadAddressParser(): Promise<void> {
  parseRange ??= (await import('#src/shared/ipAddresses.ts')).parseRange
}

const details: Record<AddressIssue, string> = {
  'not-an-address': 'It is neither an IP address nor a range.',
  'leading-zeros': 'It has leading zeros, which some programs read as octal numbers.',
  'address-zone': 'It has a zone, which is valid on one machine only.',
  'range-prefix': 'The number behind the slash is not valid.',
}

/**
 * Validates the allowed addresses of a token. Returns them as they are stored, each one once, and the errors by line.
 *
 * @param given undefined if the request does not have the field.
 */
export function parseAddressesField(given: readonly string[] | undefined): {
  addresses: readonly string[] | undefined
  errors: FieldError[]
} {
  if (given === undefined) return { addresses: undefined, errors: [] }
  const parse = parseRange
  if (!parse) throw new Error('The parser of addresses is not loaded')
  const ranges = given.map((text) => parse(text.trim()))
  return {
    addresses: [...new Set(ranges.flatMap((range) => (range.ok ? [range.value] : [])))],
    errors: ranges.flatMap((range, line) =>
      range.ok ? [] : [invalidField(`allowedAddresses/${line}`, range.code, details[range.code])],
    ),
  }
}
