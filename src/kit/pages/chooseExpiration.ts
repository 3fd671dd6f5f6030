import type { Locator } from '@playwright/test'

import { checkExpiration, type Expiration } from '../access.ts'
import { expirationLabels } from '../words/labels.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { fill, selectOption } from './find.ts'

/** Chooses the expiration of a token in a form. */
export async function chooseExpiration(
  { expiration, expiresOn }: { expiration: Locator; expiresOn: Locator },
  expires: Expiration,
): Promise<void> {
  checkExpiration(expires)
  const words = wordsOf(expiration.page())
  const period = expirationLabels[expires]
  const option = words.text(period ?? 'expiry.periods.date')
  await selectOption(expiration, words.text('expiry.label'), option)
  if (period === undefined) await fill(expiresOn, words.text('expiry.date'), expires)
}
