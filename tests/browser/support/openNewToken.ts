import { page } from 'vitest/browser'

import type { DemoBackend } from '#src/kit/demo/demoBackend.ts'
import { openApp } from '#src/kit/vitest.ts'

type NewToken = NonNullable<Parameters<DemoBackend['addToken']>[0]>

/** Adds a token as an Admin, and opens its details: the overview, or another view. */
export async function openNewToken({
  faults = [],
  view = '',
  ...wanted
}: NewToken & { faults?: readonly string[]; view?: 'requests' | 'activity' | 'try-it' | '' } = {}) {
  const mounted = await openApp({ as: 'admin', at: '/settings', faults })
  const token = await mounted.backend.addToken(wanted)
  await mounted.wrapper.vm.$router.push(`/settings/api-tokens/${token.id}/${view}`)
  await page.getByRole('heading', { level: 1, name: token.name }).findElement()
  return { ...mounted, token }
}
