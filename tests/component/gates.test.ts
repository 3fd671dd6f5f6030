import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changes.ts'
import { answerOf, api } from '#src/api/client.ts'

import { press, type } from './hands.ts'
import { openApp, startService } from './openApp.ts'

async function tokensPage(): Promise<void> {
  await screen.findByRole('heading', { level: 1, name: 'API Tokens' })
}

async function saidStatus(text: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(text))
}

describe('an Agent', () => {
  it.each(['', '/new', '/tok_1', '/tok_1/key'])(
    'finds at /settings/api-tokens%s who can help, and nothing of the tokens',
    async (rest) => {
      const { requests } = await startService()
      await openApp(`/settings/api-tokens${rest}`, 'agent')
      await tokensPage()
      expect(screen.getByText(/Admin login/)).toBeDefined()
      const admins = within(await screen.findByRole('region', { name: 'Admins of Northwind Home' }))
      expect(admins.getByText('Alex Morgan')).toBeDefined()
      expect(admins.getByText('Robin Field')).toBeDefined()
      expect(admins.queryByText('Noor Haddad')).toBeNull()
      expect(screen.queryByRole('link', { name: 'Add a token' })).toBeNull()
      expect(requests.filter((sent) => sent.includes('/api/tokens'))).toEqual([])
    },
  )

  it('can ask for Admin access, once, and is told that it was asked for', async () => {
    const { as } = await startService()
    await openApp('/settings/api-tokens', 'agent')
    press(await screen.findByRole('button', { name: 'Request Admin access' }))
    await saidStatus('requested')
    await screen.findByText(/You have requested Admin access/)
    expect(screen.queryByRole('button', { name: 'Request Admin access' })).toBeNull()
    const admin = await as('admin')
    expect((await admin('GET', '/api/access-requests')).body).toMatchObject({
      items: [{ user: { name: 'Sam Rivera' }, status: 'waiting' }],
    })
  })

  it('has only the tickets in the main navigation', async () => {
    await startService()
    await openApp('/', 'agent')
    await screen.findByRole('heading', { level: 1, name: 'Tickets' })
    const main = within(screen.getByRole('navigation', { name: 'Main' }))
    expect(main.getAllByRole('link').map((link) => link.textContent)).toEqual(['Tickets'])
  })
})

describe('an Admin below the Professional plan', () => {
  it('finds what is missing and where to get it, moves up, and is let in', async () => {
    const { requests } = await startService()
    await openApp('/settings/api-tokens', 'starterAdmin')
    await tokensPage()
    expect(screen.getByText(/Professional plan/)).toBeDefined()
    expect(screen.queryByRole('link', { name: 'Add a token' })).toBeNull()
    expect(requests).not.toContain('GET /api/tokens')

    press(screen.getByRole('link', { name: 'See plans' }))
    await screen.findByRole('heading', { level: 1, name: 'Plan' })
    expect(location.pathname).toBe('/settings/plan')
    press(await screen.findByRole('button', { name: 'Move to Professional' }))
    await saidStatus('Professional plan')
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Move to Professional' })).toBeNull(),
    )
    press(screen.getByRole('link', { name: 'Go to API Tokens' }))
    await screen.findByText('No API tokens yet')
  })

  it('is asked before moving down, where the tokens stop working', async () => {
    const { as } = await startService()
    await openApp('/settings/plan', 'admin')
    press(await screen.findByRole('button', { name: 'Move to Starter' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Move to Starter?' }))
    expect(dialog.getByText(/will be refused/)).toBeDefined()
    const other = await as('otherAdmin')
    expect((await other('GET', '/api/plan')).body).toMatchObject({ plan: 'professional' })
    press(dialog.getByRole('button', { name: 'Move to Starter' }))
    await saidStatus('Starter plan')
    expect((await other('GET', '/api/plan')).body).toMatchObject({ plan: 'starter' })
  })
})

describe('an Admin who loses the right over the form', () => {
  it('keeps what was typed, and is told why it cannot be sent', async () => {
    const { storage } = await startService()
    await openApp('/settings/api-tokens/new', 'admin')
    type(await screen.findByRole('textbox', { name: 'Token Name' }), 'ShipFast')
    press(screen.getByRole('radio', { name: 'Read-only' }))
    await storage.change(async (db) => {
      const user = await db.get('users', 'usr_alex')
      if (user) await db.put('users', { ...user, role: 'agent' })
    })
    announceChange()
    const main = within(screen.getByRole('navigation', { name: 'Main' }))
    await waitFor(() => expect(main.queryByRole('link', { name: 'Settings' })).toBeNull())
    press(screen.getByRole('button', { name: 'Generate token' }))
    expect((await screen.findByRole('alert')).textContent).toContain('needs an Admin login')
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveProperty('value', 'ShipFast')
  })
})

describe('the users of a business', () => {
  /** The page Users, with a request of Sam's waiting. */
  async function openWithRequest() {
    const service = await startService()
    const agent = await service.as('agent')
    await agent('POST', '/api/access-requests')
    await openApp('/settings/users', 'admin')
    const requests = await screen.findByRole('region', { name: 'Access requests' })
    await within(requests).findByText('Sam Rivera')
    return { ...service, requests: within(requests) }
  }

  const usersLinkItem = () => {
    const navigation = screen.getByRole('navigation', { name: 'Settings' })
    return within(navigation).getByRole('link', { name: 'Users' }).closest('li')
  }

  it('are listed with their e-mail addresses and roles', async () => {
    await startService()
    await openApp('/settings/users', 'admin')
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
        ['Alex Morgan', 'admin@example.com', 'Admin'],
        ['Sam Rivera', 'agent@example.com', 'Agent'],
      ]),
    )
    expect(rows).toHaveLength(4)
    expect(screen.getByText('Nobody is waiting for an answer.')).toBeDefined()
    expect(usersLinkItem()?.textContent).toBe('Users')
  })

  it('become Admins when an Admin grants it; the count beside the link goes', async () => {
    const { requests } = await openWithRequest()
    expect(usersLinkItem()?.textContent).toContain('1 open access request')
    press(requests.getByRole('button', { name: 'Grant Admin access to Sam Rivera' }))
    await saidStatus('Sam Rivera is an Admin now')
    await requests.findByText('Nobody is waiting for an answer.')
    await waitFor(() => expect(usersLinkItem()?.textContent).toBe('Users'))
    const row = within(screen.getByRole('table', { name: 'Users' })).getByRole('row', {
      name: /Sam Rivera/,
    })
    await waitFor(() => expect(row.textContent).toContain('Admin'))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Access requests' }))
  })

  it('stay what they are when an Admin declines, and may ask again', async () => {
    const { requests, as } = await openWithRequest()
    press(requests.getByRole('button', { name: 'Decline Sam Rivera' }))
    await saidStatus('The request of Sam Rivera was declined')
    await requests.findByText('Nobody is waiting for an answer.')
    const agent = await as('agent')
    expect((await agent('POST', '/api/access-requests')).status).toBe(201)
  })
})

describe('somebody who is not logged in', () => {
  it('logs in by the form, and goes to the page first asked for', async () => {
    await startService()
    await openApp('/settings/plan')
    await screen.findByRole('heading', { level: 1, name: 'Log in to eDesk' })
    expect(location.pathname).toBe('/login')
    const password = screen.getByLabelText('Password')
    type(screen.getByRole('textbox', { name: 'Email' }), 'admin@example.com')
    type(password, 'wrong')
    press(screen.getByRole('button', { name: 'Log in' }))
    expect((await screen.findByRole('alert')).textContent).toContain('do not belong together')
    await waitFor(() => expect(document.activeElement).toBe(password))
    type(password, 'edesk-demo')
    press(screen.getByRole('button', { name: 'Log in' }))
    await screen.findByRole('heading', { level: 1, name: 'Plan' })
    expect(screen.getByRole('button', { name: /Alex Morgan/ })).toBeDefined()
  })

  it('logs in with one press as one of the demo’s accounts', async () => {
    await startService()
    await openApp('/')
    press(await screen.findByRole('button', { name: 'Log in as Admin, Starter plan' }))
    await tokensPage()
    expect(screen.getByRole('link', { name: 'See plans' })).toBeDefined()
  })
})

describe('somebody who logs out', () => {
  it('is not told that the session has ended, whatever was asked for meanwhile', async () => {
    const { control } = await startService()
    const router = await openApp('/settings/users', 'admin')
    await screen.findByRole('table')
    await control.setView({
      faults: [
        { operation: 'logOut', what: { late: 200 }, when: 'always' },
        { operation: 'listMembers', what: 'session-ends', when: 'always' },
      ],
    })
    press(screen.getByRole('button', { name: 'Account of Alex Morgan' }))
    press(await screen.findByRole('menuitem', { name: 'Log out' }))
    await expect(answerOf(api.GET('/api/users'))).rejects.toMatchObject({ kind: 'not-logged-in' })
    await screen.findByRole('heading', { level: 1, name: 'Log in to eDesk' })
    expect(router.currentRoute.value.fullPath).toBe('/login')
  })
})
