import { screen, waitFor, within } from '@testing-library/dom'
import { expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click, fill, user } from './userActions.ts'

const dialog = () => screen.findByRole('dialog', { name: /logged out|Log in again/i })

/** Logs in as another person in the dialog that appears when a session has ended. */
async function logInInPlace(email: string): Promise<void> {
  const again = within(await dialog())
  await user.type(again.getByRole('textbox', { name: 'Email' }), email)
  await user.type(again.getByLabelText('Password'), 'edesk-demo{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
}

async function openTokenDetails() {
  const { backend, demo } = await startBackend()
  const { id } = (await createToken(backend.as('admin'), { name: 'ShipFast' })).body.token
  await openApp({
    at: `/settings/api-tokens/${id}`,
    as: 'admin',
    faults: ['updateToken:session-ends@1'],
  })
  await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  await click('button', 'Edit')
  await fill('Token Name', 'Typed by Alex')
  await click('button', 'Save changes')
  return { backend, demo }
}

it('keeps the page and the typed text if the same person logs in again in place', async () => {
  await openTokenDetails()
  await logInInPlace('admin@example.com')
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Typed by Alex')
})

it('mounts the page again for another person who logs in in place', async () => {
  const { backend } = await openTokenDetails()
  await logInInPlace('robin.field@example.com')
  await screen.findByRole('button', { name: 'Account of Robin Field' })
  await screen.findByRole('button', { name: 'Edit' })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('ShipFast')
  await waitFor(() => expect(document.activeElement).not.toBe(document.body))

  // The page's data belong to the new person, and are refetched after a change.
  const { items } = (await backend.as('admin')('GET', '/api/tokens')).body as {
    items: { id: string }[]
  }
  await backend.as('admin')('PATCH', `/api/tokens/${items[0]?.id}`, {
    headers: { 'If-Match': '*' },
    body: { name: 'Changed elsewhere' },
  })
  announceChange()
  await screen.findByRole('heading', { level: 1, name: 'Changed elsewhere' })
})

it('shows the screen of the new person if the demo changes the person', async () => {
  const { demo } = await openApp({ scenario: 'tokens', as: 'admin', at: '/settings/api-tokens' })
  await screen.findByRole('table')
  await demo.setView({ as: 'agent' })
  announceChange()
  await screen.findByRole('heading', { name: /Admin/ })
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Account of Sam Rivera' })).toBeVisible()
})
