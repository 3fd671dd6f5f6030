import { page } from 'vitest/browser'

import type { AccessLevel, TokenInput } from '#src/kit/access.ts'

/** Chooses an access level in the token form and, for Custom, these permissions. */
export async function chooseAccess(
  level: AccessLevel,
  features: TokenInput['features'] = {},
): Promise<void> {
  const levels = page.getByRole('radiogroup', { name: 'Select Access Level' })
  await levels.getByRole('radio', { name: level }).click()
  for (const [feature, permission] of Object.entries(features)) {
    const permissions = page.getByRole('radiogroup', { name: feature })
    await permissions.getByRole('radio', { name: permission }).click()
  }
}
