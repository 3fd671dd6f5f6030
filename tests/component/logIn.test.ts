import { screen, waitFor, within } from '@testing-library/dom'
import { expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
import { openApp } from '#src/kit/vitest.ts'

import { click, fill, user } from './userActions.ts'

const asAdmin = 'Log in as Admin, Professional plan'
const asAgent = 'Log in as Agent, Professional plan'

it('asks for the e-mail first, and keeps it if the password is wrong', async () => {
  const { sees } = await openApp({ at: '/login' })
  await click('button', 'Log in')
  const email = screen.getByRole('textbox', { name: 'Email' })
  await waitFor(() => expect(email).toHaveFocus())
  await fill('Email', 'admin@example.com')
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}')
  await sees.alert('Incorrect email or password')
  expect(email).toHaveValue('admin@example.com')
  await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus())
})

it('says how long to wait after too many wrong passwords', async () => {
  const { sees } = await openApp({ at: '/login' })
  const body = JSON.stringify({ email: 'admin@example.com', password: 'guessed' })
  const headers = { 'Content-Type': 'application/json' }
  for (let attempt = 0; attempt < limits.logInAttempts; attempt += 1) {
    await fetch('/api/session', { method: 'POST', headers, body })
  }
  await fill('Email', 'admin@example.com')
  await user.type(screen.getByLabelText('Password'), 'edesk-demo{Enter}')
  const alert = await sees.alert('Too many wrong passwords for this email address.')
  expect(alert.textContent).toMatch(/Wait \d+ seconds, then try again\.$/)
  expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue('admin@example.com')
})

it('redirects to the requested page', async () => {
  const { sees } = await openApp({ at: '/settings/plan' })
  await click('button', asAdmin)
  await sees.heading('Plan')
  expect(location.pathname).toBe('/settings/plan')
})

it.each(['//evil.example/', '/\\evil.example/', 'https://evil.example/'])(
  'ignores an external returnTo: %s',
  async (returnTo) => {
    const { sees } = await openApp({ at: `/login?${new URLSearchParams({ returnTo }).toString()}` })
    await click('button', asAdmin)
    await sees.heading('API Tokens')
    expect(location.href).toBe(`${location.origin}/settings/api-tokens`)
  },
)

it.each([
  { account: asAgent, start: '/tickets', heading: 'Tickets', links: ['Tickets'] },
  {
    account: asAdmin,
    start: '/settings/api-tokens',
    heading: 'API Tokens',
    links: ['Tickets', 'Settings'],
  },
])('starts at $start: $account', async ({ account, start, heading, links }) => {
  const { sees } = await openApp({ at: '/' })
  await click('button', account)
  await sees.heading(heading)
  expect(location.pathname).toBe(start)
  const main = within(screen.getByRole('navigation', { name: 'Main' }))
  expect(main.getAllByRole('link').map((link) => link.textContent)).toEqual(links)
})

it('shows the log-in page after a log-out, and lets another user log in', async () => {
  const { sees } = await openApp({ as: 'agent', at: '/tickets' })
  await click('button', 'Account of Sam Rivera')
  await click('menuitem', 'Log out')
  await sees.heading('Log in to eDesk')
  await click('button', asAdmin)
  await sees.heading('API Tokens')
})
