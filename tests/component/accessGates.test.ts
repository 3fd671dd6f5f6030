import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { unwrapResponse, api } from '#src/api/client.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click, expectStatus, fill, user } from './userActions.ts'

async function expectTokensPage(): Promise<void> {
  await screen.findByRole('heading', { level: 1, name: 'API Tokens' })
}

describe('an Agent', () => {
  it.each(['', '/new', '/tok_1', '/tok_1/key'])(
    'sees the Admins at /settings/api-tokens%s, but no tokens',
    async (rest) => {
      const { backend } = await startBackend()
      await openApp({ at: `/settings/api-tokens${rest}`, as: 'agent' })
      await expectTokensPage()
      expect(screen.getByText(/Admin login/)).toBeVisible()
      const admins = within(await screen.findByRole('region', { name: 'Admins of Northwind Home' }))
      expect(admins.getByText('Alex Morgan')).toBeVisible()
      expect(admins.getByText('Robin Field')).toBeVisible()
      expect(admins.queryByText('Noor Haddad')).not.toBeInTheDocument()
      expect(screen.queryByRole('link', { name: 'Add a token' })).not.toBeInTheDocument()
      expect(backend.requests.filter((sent) => sent.includes('/api/tokens'))).toEqual([])
    },
  )

  it('can request Admin access once, and sees that it was requested', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/api-tokens', as: 'agent' })
    await click('button', 'Request Admin access')
    await expectStatus('requested')
    await screen.findByText(/You have requested Admin access/)
    expect(screen.queryByRole('button', { name: 'Request Admin access' })).not.toBeInTheDocument()
    const admin = backend.as('admin')
    expect((await admin('GET', '/api/access-requests')).body).toMatchObject({
      items: [{ user: { name: 'Sam Rivera' }, status: 'waiting' }],
    })
  })

  it('sees only the tickets in the main navigation', async () => {
    await startBackend()
    await openApp({ at: '/', as: 'agent' })
    await screen.findByRole('heading', { level: 1, name: 'Tickets' })
    const main = within(screen.getByRole('navigation', { name: 'Main' }))
    expect(main.getAllByRole('link').map((link) => link.textContent)).toEqual(['Tickets'])
  })
})

describe('an Admin below the Professional plan', () => {
  it('sees which plan is needed, changes the plan, and gets access', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/api-tokens', as: 'starter-admin@example.com' })
    await expectTokensPage()
    expect(screen.getByText(/Professional plan/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Add a token' })).not.toBeInTheDocument()
    expect(backend.requests).not.toContain('GET /api/tokens')

    await click('link', 'See plans')
    await screen.findByRole('heading', { level: 1, name: 'Plan' })
    expect(location.pathname).toBe('/settings/plan')
    await click('button', 'Move to Professional')
    await expectStatus('Professional plan')
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Move to Professional' }),
      ).not.toBeInTheDocument(),
    )
    await click('button', 'Go to API Tokens')
    await screen.findByText('No API tokens yet')
  })

  it('is asked before moving to a lower plan, which stops the tokens', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/plan', as: 'admin' })
    await click('button', 'Move to Starter')
    const dialog = within(await screen.findByRole('dialog', { name: 'Move to Starter?' }))
    expect(dialog.getByText(/lose access immediately/)).toBeVisible()
    const other = backend.as('robin.field@example.com')
    expect((await other('GET', '/api/plan')).body).toMatchObject({ plan: 'professional' })
    await user.click(dialog.getByRole('button', { name: 'Move to Starter' }))
    await expectStatus('Starter plan')
    expect((await other('GET', '/api/plan')).body).toMatchObject({ plan: 'starter' })
    expect(screen.getByRole('heading', { level: 1, name: 'Plan' })).toHaveFocus()
  })

  it('sees how many tokens a lower plan stops, on the page and in the dialog', async () => {
    const { backend } = await startBackend({ scenario: 'tokens' })
    await openApp({ at: '/settings/plan' })
    const impact = '11 tokens stop working. 8 were used this week.'
    const card = (plan: string) =>
      screen.getByRole('heading', { name: plan }).closest<HTMLElement>('li') ?? document.body
    await screen.findByRole('heading', { name: 'Starter' })
    expect(within(card('Starter')).getByText(impact)).toBeVisible()
    expect(screen.getAllByText(/stop working/)).toHaveLength(1)

    await click('button', 'Move to Starter')
    const dialog = within(await screen.findByRole('dialog', { name: 'Move to Starter?' }))
    expect(dialog.getByText(impact)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    const admin = backend.as('admin')
    expect((await admin('GET', '/api/plan')).body).toMatchObject({ plan: 'professional' })

    await click('button', 'Move to Enterprise')
    await expectStatus('Enterprise plan')
    expect(screen.queryByRole('button', { name: 'Go to API Tokens' })).not.toBeInTheDocument()
  })
})

describe('an Admin who loses the role while the form is open', () => {
  it('keeps the input, and sees why the form cannot be submitted', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
    await fill(await screen.findByRole('textbox', { name: 'Token Name' }), 'ShipFast')
    await click('radio', 'Read-only')
    await backend.storage.write(async (db) => {
      const user = await db.get('users', 'usr_alex')
      if (user) await db.put('users', { ...user, role: 'agent' })
    })
    announceChange()
    const main = within(screen.getByRole('navigation', { name: 'Main' }))
    await waitFor(() =>
      expect(main.queryByRole('link', { name: 'Settings' })).not.toBeInTheDocument(),
    )
    await click('button', 'Generate token')
    expect(await screen.findByRole('alert')).toHaveTextContent('needs an Admin login')
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
  })
})

describe('the users of a business', () => {
  /** Opens the page "Users" while a request of Sam Rivera is waiting. */
  async function openWithRequest() {
    const { backend, demo } = await openApp({
      at: '/settings/users',
      as: 'admin',
      arrange: (own) => own.as('agent')('POST', '/api/access-requests'),
    })
    const requests = await screen.findByRole('region', { name: 'Access requests' })
    await within(requests).findByText('Sam Rivera')
    return { backend, demo, requests: within(requests) }
  }

  const usersLinkItem = () => {
    const navigation = screen.getByRole('navigation', { name: 'Settings' })
    return within(navigation).getByRole('link', { name: 'Users' }).closest('li')
  }

  it('are listed with their email addresses and roles', async () => {
    await startBackend()
    await openApp({ at: '/settings/users', as: 'admin' })
    const table = within(await screen.findByRole('table', { name: 'Users' }))
    const rows = table.getAllByRole('row').slice(1)
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual(
      expect.arrayContaining([
        ['Alex Morgan', 'admin@example.com', 'Admin', ''],
        ['Sam Rivera', 'agent@example.com', 'Agent', ''],
      ]),
    )
    expect(rows).toHaveLength(4)
    expect(screen.getByText('No open requests.')).toBeVisible()
    expect(usersLinkItem()?.textContent).toBe('Users')
  })

  it('become Admins when an Admin grants access and confirms it, and the count at the link disappears', async () => {
    const { requests, demo } = await openWithRequest()
    expect(usersLinkItem()?.textContent).toContain('1 open access request')
    const grantButton = requests.getByRole('button', { name: 'Grant Admin access to Sam Rivera' })
    const openDialog = async () => {
      await user.click(grantButton)
      return within(await screen.findByRole('dialog', { name: 'Make Sam Rivera an Admin?' }))
    }
    const first = await openDialog()
    expect(first.getByText(/^Admins can create and delete API tokens/)).toBeVisible()
    await user.click(first.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(grantButton).toHaveFocus())
    const statuses = async () =>
      (await demo.records('accessRequests')).map(
        (request) => (request as { status: string }).status,
      )
    expect(await statuses()).toEqual(['waiting'])
    const second = await openDialog()
    await user.click(second.getByRole('button', { name: 'Grant Admin access' }))
    await expectStatus('Sam Rivera is now an Admin')
    await requests.findByText('No open requests.')
    await waitFor(() => expect(usersLinkItem()?.textContent).toBe('Users'))
    const row = within(screen.getByRole('table', { name: 'Users' })).getByRole('row', {
      name: /Sam Rivera/,
    })
    await waitFor(() => expect(row).toHaveTextContent('Admin'))
    expect(screen.getByRole('heading', { name: 'Access requests' })).toHaveFocus()
  })

  it('change their role in the table, and Undo takes it back', async () => {
    const { demo } = await openWithRequest()
    const role = async () =>
      (await demo.records('users'))
        .map((record) => record as { name: string; role: string })
        .find(({ name }) => name === 'Sam Rivera')?.role
    await click('button', 'Actions for Sam Rivera')
    await click('menuitem', 'Make Admin')
    const dialog = within(await screen.findByRole('dialog', { name: 'Make Sam Rivera an Admin?' }))
    await user.click(dialog.getByRole('button', { name: 'Grant Admin access' }))
    await expectStatus('Sam Rivera is now an Admin')
    expect(await role()).toBe('admin')
    await click('button', 'Undo')
    await expectStatus('Sam Rivera is now an Agent')
    expect(await role()).toBe('agent')
  })

  it('keep their role if they are the last Admin, with the reason', async () => {
    await startBackend()
    await openApp({ at: '/settings/users', as: 'starter-admin@example.com' })
    const table = await screen.findByRole('table', { name: 'Users' })
    const admin = await within(table).findByRole('row', { name: /starter-admin@example.com/ })
    await user.click(within(admin).getByRole('button', { name: /^Actions for / }))
    await click('menuitem', 'Make Agent')
    await click('button', 'Make Agent')
    expect(await screen.findByRole('alert')).toHaveTextContent('the last Admin')
  })

  it('keep their role when an Admin declines, and can request access again', async () => {
    const { requests, backend } = await openWithRequest()
    await user.click(requests.getByRole('button', { name: 'Decline Sam Rivera' }))
    await expectStatus('request was declined')
    await requests.findByText('No open requests.')
    const agent = backend.as('agent')
    expect((await agent('POST', '/api/access-requests')).status).toBe(201)
  })
})

describe('a user who is not logged in', () => {
  it('logs in with the form, and returns to the requested page', async () => {
    await startBackend()
    await openApp({ at: '/settings/plan' })
    await screen.findByRole('heading', { level: 1, name: 'Log in to eDesk' })
    expect(location.pathname).toBe('/login')
    const password = screen.getByLabelText('Password')
    await fill(screen.getByRole('textbox', { name: 'Email' }), 'admin@example.com')
    await fill(password, 'wrong')
    await click('button', 'Log in')
    expect(await screen.findByRole('alert')).toHaveTextContent('Incorrect email or password')
    await waitFor(() => expect(password).toHaveFocus())
    await fill(password, 'edesk-demo')
    await click('button', 'Log in')
    await screen.findByRole('heading', { level: 1, name: 'Plan' })
    expect(screen.getByRole('button', { name: /Alex Morgan/ })).toBeVisible()
  })

  it('logs in with one click as a demo account', async () => {
    await startBackend()
    await openApp({ at: '/' })
    await click('button', 'Log in as Admin, Starter plan')
    await expectTokensPage()
    expect(screen.getByRole('link', { name: 'See plans' })).toBeVisible()
  })
})

describe('a user who logs out', () => {
  it('does not see that the session has ended, even if a request fails meanwhile', async () => {
    const { demo } = await startBackend()
    const { router } = await openApp({ at: '/settings/users', as: 'admin' })
    await screen.findByRole('table')
    await demo.setView({
      faults: [
        { operation: 'logOut', what: { late: 200 }, when: 'always' },
        { operation: 'listMembers', what: 'session-ends', when: 'always' },
      ],
    })
    await click('button', 'Account of Alex Morgan')
    await click('menuitem', 'Log out')
    await expect(unwrapResponse(api.GET('/api/users'))).rejects.toMatchObject({
      kind: 'not-logged-in',
    })
    await screen.findByRole('heading', { level: 1, name: 'Log in to eDesk' })
    expect(router.currentRoute.value.fullPath).toBe('/login')
  })
})
