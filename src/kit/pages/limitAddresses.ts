import type { Locator, Page } from '@playwright/test'

import { check, fill } from './find.ts'

/** Returns the fields for the allowed addresses of a token in a form. */
export function addressFields(page: Page): { allowedAddresses: Locator; addresses: Locator } {
  return {
    allowedAddresses: page.getByRole('radiogroup', { name: 'Allowed addresses', exact: true }),
    addresses: page.getByRole('textbox', { name: 'Addresses', exact: true }),
  }
}

/** Limits a token to addresses and ranges in a form; an empty list allows all. */
export async function limitAddresses(
  { allowedAddresses, addresses }: ReturnType<typeof addressFields>,
  wanted: readonly string[],
): Promise<void> {
  const name = wanted.length > 0 ? 'Only these addresses' : 'Anywhere'
  const radios = allowedAddresses.getByRole('radio')
  await check(
    allowedAddresses.getByRole('radio', { name, exact: true }),
    `choice "${name}"`,
    radios,
  )
  if (wanted.length > 0) await fill(addresses, 'Addresses', wanted.join('\n'))
}
