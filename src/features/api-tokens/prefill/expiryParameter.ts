import type { ExpiryChoiceValue } from '../form/expiry.ts'

/** Returns the parameter of a token link for an expiry (docs/token-links.md); none while no date is entered. */
export function expiryQuery({ period, date }: ExpiryChoiceValue): { expires?: string } {
  if (period === 'never') return { expires: 'none' }
  if (period !== 'date') return { expires: period }
  return date === '' ? {} : { expires: date }
}
