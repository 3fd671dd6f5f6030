import { waitFor } from '@testing-library/dom'
import { expect, it, onTestFinished, vi } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'

import { click } from './userActions.ts'

/** Lets the browser refuse cookies until `allow` is called. It does not report the refusal, like WebKit. */
function refuseCookies(): { allow: () => void } {
  const setter = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => undefined)
  onTestFinished(() => setter.mockRestore())
  return { allow: () => setter.mockRestore() }
}

it('explains at the log-in that the browser refuses cookies, and logs in once it accepts them', async () => {
  const { allow } = refuseCookies()
  const { router, sees } = await openApp({ at: '/settings/plan' })
  const account = 'Log in as Admin, Professional plan'
  await click('button', account)
  await sees.alert('Allow cookies for this site')
  expect(router.currentRoute.value.name).toBe('log-in')
  allow()
  await click('button', account)
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/settings/plan'))
})
