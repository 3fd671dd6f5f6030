import { screen, waitFor } from '@testing-library/dom'
import { expect, it, onTestFinished, vi } from 'vitest'

import { press } from './hands.ts'
import { openApp, startService } from './openApp.ts'

/** Lets the browser refuse cookies until `allow` is called. It says nothing of it, as WebKit. */
function refuseCookies(): { allow: () => void } {
  const setter = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => undefined)
  onTestFinished(() => setter.mockRestore())
  return { allow: () => setter.mockRestore() }
}

it('who logs in where the browser refuses cookies is told so, and gets in once it takes them', async () => {
  const { allow } = refuseCookies()
  await startService()
  const router = await openApp('/settings/plan')
  const account = { name: 'Log in as Admin, Professional plan' }
  press(await screen.findByRole('button', account))
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('Allow cookies for this site'),
  )
  expect(router.currentRoute.value.name).toBe('log-in')
  allow()
  press(screen.getByRole('button', account))
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/settings/plan'))
})
