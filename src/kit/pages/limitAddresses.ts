import type { Locator, Page } from '@playwright/test'

import { wordsOf } from '../words/wordsOf.ts'
import { check, fill } from './find.ts'

/** Returns the fields for the allowed addresses of a token in a form. */
export function addressFields(page: Page): { allowedAddresses: Locator; addresses: Locator } {
  const words = wordsOf(page)
  return {
    allowedAddresses: page.getByRole('radiogroup', words.named('addresses.label')),
    addresses: page.getByRole('textbox', words.named('addresses.list')),
  }
}

/** Limits a token to addresses and ranges in a form; an empty list allows all. */
export async function limitAddresses(
  { allowedAddresses, addresses }: ReturnType<typeof addressFields>,
  wanted: readonly string[],
): Promise<void> {
  const words = wordsOf(allowedAddresses.page())
  const key = wanted.length > 0 ? 'addresses.limited' : 'addresses.anywhere'
  const radios = allowedAddresses.getByRole('radio')
  await check(
    allowedAddresses.getByRole('radio', words.named(key)),
    words.describe('choice', key),
    radios,
  )
  if (wanted.length > 0) await fill(addresses, words.text('addresses.list'), wanted.join('\n'))
}
