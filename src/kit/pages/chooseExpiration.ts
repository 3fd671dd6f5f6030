import type { Locator } from '@playwright/test'

import { checkExpiration, type Expiration } from '../access.ts'
import { fill, selectOption } from './find.ts'

/** Chooses the expiration of a token in a form. */
export async function chooseExpiration(
  { expiration, expiresOn }: { expiration: Locator; expiresOn: Locator },
  expires: Expiration,
): Promise<void> {
  checkExpiration(expires)
  const isDay = /^\d{4}-/.test(expires)
  await selectOption(expiration, 'Expiration', isDay ? 'Custom date' : expires)
  if (isDay) await fill(expiresOn, 'Expires on', expires)
}
