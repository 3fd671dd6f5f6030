import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { click, fill, fillTokenForm, user } from './userActions.ts'

const list = '/settings/api-tokens'
const oneToken = { scenario: 'just-connected', at: list } as const

describe('a page whose data cannot be loaded', () => {
  const pages = [
    { at: list, operation: 'listTokens', shows: 'No API tokens yet' },
    { at: '/settings/users', operation: 'listMembers', shows: 'Robin Field' },
    { at: '/settings/plan', operation: 'getPlan', shows: 'Your plan' },
    { at: '/tickets', operation: 'listTicketViews', shows: 'Where is my order?' },
    { at: '/tickets/1', operation: 'getTicketView', shows: 'Maja Lindqvist' },
    { at: '/settings/plan', operation: 'getSession', shows: 'Your plan' },
  ]
  const cases = pages.flatMap((page) =>
    ['lost', 'rubbish', '500'].map((what) => ({ ...page, fault: `${page.operation}:${what}@1` })),
  )

  it.each(cases)('shows an error and can retry: $at, $fault', async ({ at, fault, shows }) => {
    const { sees } = await openApp({ as: 'admin', at, faults: [fault] })
    await sees.alert('could not be loaded')
    await click('button', 'Retry')
    expect(await screen.findAllByText(shows)).not.toEqual([])
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('shows itself as soon as a later attempt loads the session', async () => {
    const { sees } = await openApp({
      at: '/settings/plan',
      as: 'admin',
      faults: ['getSession:lost@1'],
    })
    await sees.alert('could not be loaded')
    announceChange()
    expect(await screen.findAllByText('Your plan')).not.toEqual([])
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('gives way to the page that the user goes to', async () => {
    const { sees } = await openApp({
      at: '/settings/plan',
      as: 'admin',
      faults: ['getSession:lost@1'],
    })
    await sees.alert('could not be loaded')
    await click('link', 'eDesk')
    await sees.heading('API Tokens')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('shows an error after ten seconds without a response', async () => {
    const timeoutController = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeoutController.signal)
    const faults = ['listTokens:never']
    const { demo, sees } = await openApp({ as: 'admin', at: list, faults })
    await waitFor(async () =>
      expect((await demo.state()).affectedCalls).toHaveProperty('listTokens:never@always'),
    )
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(timeout).toHaveBeenLastCalledWith(10_000)
    timeoutController.abort(new DOMException('Too late', 'TimeoutError'))
    await sees.alert('did not respond in time')
    timeout.mockRestore()
  })

  it('can retry after the user came from another page: the details of a token', async () => {
    const { sees } = await openApp({ ...oneToken, faults: ['getToken:lost@1'] })
    await click('link', 'ShipFast')
    await sees.alert('could not be loaded')
    await click('button', 'Retry')
    await sees.heading('ShipFast')
  })
})

describe('creating a token without receiving the response', () => {
  const at = `${list}/new`

  it.each(['lost', 'lost-after-commit', 'rubbish', '500'])(
    'keeps the input, and a second attempt creates only one token: %s',
    async (what) => {
      const faults = [`createToken:${what}@1`]
      const { backend, sees } = await openApp({ as: 'admin', at, faults })
      await fillTokenForm({ description: 'Ships' })
      await click('button', 'Generate token')
      await sees.alert('you won’t get a duplicate')
      expect(screen.getByRole('textbox', { name: 'Token Description' })).toHaveValue('Ships')
      await click('button', 'Generate token')
      await click('button', 'Copy')
      await sees.status('Copied')
      await click('button', 'Return to Token List')
      const table = await screen.findByRole('table', { name: 'API Tokens' })
      expect(within(table).getAllByRole('link')).toHaveLength(1)
      expect(within(table).getByRole('link')).toHaveTextContent('ShipFast')
      expect(await backend.tokens()).toHaveLength(1)
    },
  )

  it('explains what to do if the second attempt has other details but the same name', async () => {
    const faults = ['createToken:lost-after-commit@1']
    const { sees } = await openApp({ as: 'admin', at, faults })
    await fillTokenForm()
    await click('button', 'Generate token')
    await sees.alert('you won’t get a duplicate')
    await fill('Token Description', 'changed in between')
    await click('button', 'Generate token')
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveAccessibleDescription(
        /its key never reached you/,
      ),
    )
  })
})

describe('a change that fails', () => {
  it('keeps the new name of a token, and saves it at the second attempt', async () => {
    const faults = ['updateToken:lost@1']
    const { sees } = await openApp({ scenario: 'just-connected', faults })
    await click('button', 'Edit')
    await fill('Token Name', 'Renamed')
    await click('button', 'Save changes')
    await sees.alert('could not be reached')
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Renamed')
    await click('button', 'Save changes')
    await sees.status('Saved')
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  })

  it('keeps the delete dialog open with the error, and deletes at the second attempt', async () => {
    const { sees } = await openApp({ ...oneToken, faults: ['deleteToken:500@1'] })
    await click('button', 'Actions for ShipFast')
    await click('menuitem', 'Delete token')
    const dialog = await screen.findByRole('dialog', { name: 'Delete ShipFast?' })
    const deleteButton = within(dialog).getByRole('button', { name: 'Delete token' })
    await user.click(deleteButton)
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('went wrong')
    await user.click(deleteButton)
    await sees.status('ShipFast was deleted')
    await sees.text('No API tokens yet')
  })
})

describe('a backend that cannot be reached', () => {
  const logIn = 'Log in as Admin, Professional plan'

  it('shows an error at the log-in, and logs in at the second attempt', async () => {
    const { sees } = await openApp({ at: '/login', faults: ['logIn:lost@1'] })
    await click('button', logIn)
    await sees.alert('could not be reached')
    await click('button', logIn)
    await sees.text('No API tokens yet')
  })

  it('shows that the user is still logged in after a failed log-out', async () => {
    const { sees } = await openApp({ as: 'admin', at: list, faults: ['logOut:lost@1'] })
    await sees.text('No API tokens yet')
    await click('button', 'Account of Alex Morgan')
    await click('menuitem', 'Log out')
    const dialog = await screen.findByRole('dialog', { name: 'You are still logged in' })
    expect(dialog).toHaveTextContent('could not be reached')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await sees.text('No API tokens yet')
  })
})
