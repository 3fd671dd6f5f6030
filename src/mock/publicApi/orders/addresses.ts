import type { components } from '#src/api/generated/schema.ts'

import type { FieldCodes } from '../edeskError.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

type Address = components['schemas']['Address']
type AddressRequest = components['schemas']['AddressRequest']

const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** Validates an address in a request, beyond the contract check. */
export function validateAddress(field: string, given?: AddressRequest | null): FieldCodes {
  if (!given) return {}
  const isCountry = /^[a-z]{2}$/i.test(given.country)
  return {
    ...(isCountry ? {} : { [`${field}.country`]: '4007' as const }),
    ...validateNotBlank(given, ['name', 'line_1', 'city', 'country', 'postcode'], `${field}.`),
  }
}

/** Converts an address in a request to a stored address. */
export function toAddress(given: AddressRequest): Address {
  const { name, line_1, line_2, city, state, county, country, postcode } = given
  return {
    name,
    line_1,
    line_2: line_2 ?? null,
    city,
    state: state ?? null,
    county: county ?? null,
    country,
    postcode,
    country_name: countryNames.of(country) ?? country,
  }
}
