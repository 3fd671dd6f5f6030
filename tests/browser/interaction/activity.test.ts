import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

const days = 24 * 60 * 60 * 1000

it('shows an Admin new notices about events and expiring tokens while a page is open', async () => {
  const { backend, demo } = await openApp({ as: 'admin', at: '/settings/api-tokens' })
  const bell = (name: string | RegExp) => page.getByRole('banner').getByRole('button', { name })
  await backend.addToken()
  announceChange()
  await expect.element(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
  await expect.element(bell('Notices')).toBeVisible()
  await backend.send({ as: 'agent', method: 'POST', path: '/api/access-requests' })
  announceChange()
  await expect.element(bell(/^Notices, 1 unread/)).toBeVisible()
  await demo.setView({ advance: 76 * days })
  announceChange()
  await bell(/^Notices, 2 unread/).click()
  const notices = page.getByRole('list', { name: 'Notices' }).getByRole('listitem')
  // An Admin has to answer the request. The token was never used, so its end needs no action.
  await expect.element(notices.first()).toMatchTextContent(/requested Admin access/)
  await expect.element(notices.nth(1)).toMatchTextContent(/ShipFast expires in/)
  expect(notices.elements()).toHaveLength(2)
})

it('links from a deleted token to its activity', async () => {
  const { backend, wrapper } = await openApp({ as: 'admin', at: '/settings/users' })
  const { id } = await backend.addToken()
  await backend.send({ as: 'admin', method: 'DELETE', path: `/api/tokens/${id}` })
  await wrapper.vm.$router.push(`/settings/api-tokens/${id}`)
  await page.getByRole('link', { name: 'Activity of this token' }).click()
  await expect.element(page.getByRole('heading', { level: 1, name: 'Activity' })).toHaveFocus()
  const entries = page.getByRole('table', { name: 'Activity' }).getByRole('row')
  await expect.poll(() => entries.elements()).toHaveLength(3)
  await expect.element(entries.nth(1)).toMatchTextContent('ShipFast')
  await expect.element(entries.nth(1)).toMatchTextContent('Deleted')
})
