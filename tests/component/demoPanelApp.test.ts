import { screen, waitFor, within } from '@testing-library/dom'
import { http } from 'msw'
import { describe, expect, it, vi } from 'vitest'

import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { openWithDemoPanel, panelSection, reopenPanel } from './openWithDemoPanel.ts'
import { click, fill, fillTokenForm, user } from './userActions.ts'

const list = '/settings/api-tokens'
const oneToken = { scenario: 'just-connected', at: list } as const

const handle = () => screen.getByRole('button', { name: 'Demo panel' })
const panel = () => screen.queryByRole('complementary', { name: 'Demo panel' })

describe('the demo panel', () => {
  it('closes with its button and with Ctrl+Alt+D, and returns the focus', async () => {
    await openWithDemoPanel({ as: 'admin', at: '/tickets' })
    expect(handle()).toHaveAttribute('aria-expanded', 'true')
    await click('button', 'Close')
    expect(panel()).not.toBeInTheDocument()
    await waitFor(() => expect(handle()).toHaveFocus())
    expect(handle()).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{Control>}{Alt>}d{/Alt}{/Control}')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Demo panel' })).toHaveFocus())
    await user.keyboard('{Control>}{Alt>}d{/Alt}{/Control}')
    await waitFor(() => expect(panel()).not.toBeInTheDocument())
  })

  it('sends no request that would consume a fault: the first call is still that of the page', async () => {
    const { demo, sees } = await openWithDemoPanel({ ...oneToken, faults: ['getToken:500@1'] })
    await screen.findByRole('button', { name: /^Notices/ })
    await screen.findByRole('link', { name: 'ShipFast' })
    await reopenPanel()
    const requests = await panelSection('Recent requests').findAllByRole('listitem')
    expect(requests).toHaveLength((await demo.exchanges()).length)
    await click('link', 'ShipFast')
    await sees.alert('could not be loaded')
  })

  it('shows why its requests cannot be read', async () => {
    const { backend } = await openWithDemoPanel({ as: 'admin', at: '/tickets' })
    await screen.findByRole('table', { name: 'Tickets' })
    vi.spyOn(backend.storage, 'read').mockRejectedValue(new StorageError('unavailable'))
    await reopenPanel()
    expect(await within(panel() as HTMLElement).findByRole('alert')).toHaveTextContent(
      'Storage is unavailable',
    )
  })

  it('says that the keys of a demo are not secret, also beside a new key', async () => {
    const { sees } = await openWithDemoPanel({ as: 'admin', at: `${list}/new` })
    await fillTokenForm()
    await click('button', 'Generate token')
    await sees.heading('Copy your API key')
    await sees.text('Demo data. Keys are not real.')
    expect(panel()).toHaveTextContent('The keys of a demo are not secret')
  })
})

describe('“Log in as”', () => {
  it('shows the page as an Agent, as another Admin, and without a session', async () => {
    const { sees } = await openWithDemoPanel(oneToken)
    const as = await screen.findByRole('combobox', { name: 'Log in as' })
    const logInAs = async (name: string) =>
      user.selectOptions(as, await within(as).findByRole('option', { name }))
    await logInAs('Agent – Sam Rivera')
    await sees.status('You are now logged in as Sam Rivera.')
    await screen.findByRole('button', { name: 'Request Admin access' })
    await logInAs('Admin – Robin Field')
    await screen.findByRole('button', { name: 'Account of Robin Field' })
    await logInAs('Nobody')
    await sees.heading('Log in to eDesk')
    await logInAs('Admin – Alex Morgan')
    await screen.findByRole('link', { name: 'ShipFast' })
    expect(as).toHaveValue('admin')
  })
})

describe('the clock', () => {
  it('changes the times on the page, and can return to the time of the world', async () => {
    const { demo } = await openWithDemoPanel(oneToken)
    const clock = panelSection('Clock')
    await click('button', 'Forward a day')
    await clock.findByText('Wed, 25 Nov 2026, 09:00 UTC')
    await user.clear(clock.getByLabelText('Time (UTC)'))
    await user.type(clock.getByLabelText('Time (UTC)'), '2026-12-31T23:59')
    await click('button', 'Set')
    await clock.findByText('Thu, 31 Dec 2026, 23:59 UTC')
    const table = await screen.findByRole('table', { name: 'API Tokens' })
    await waitFor(() => expect(table).toHaveTextContent('1 month ago'))
    await click('button', 'Back to the scenario’s time')
    await clock.findByText('Tue, 24 Nov 2026, 09:00 UTC')
    expect(await demo.state()).toMatchObject({ ownClock: false })
    await waitFor(() => expect(table).not.toHaveTextContent('1 month ago'))
  })

  it('moves to the next expiry, after which the key is refused, and says if there is none', async () => {
    const { demo, sees } = await openWithDemoPanel({ scenario: 'tokens', at: '/tickets' })
    const key = keyOf('tokens', 'Morning report')
    const status = async () => (await demo.send({ key, method: 'GET', path: '/v1/tickets' })).status
    expect(await status()).toBe(200)
    // The old key of Stock levels ends first.
    await click('button', 'To the next expiry')
    await panelSection('Clock').findByText(/^(Tue|Wed|Thu|Fri|Sat), 2\d Nov 2026, /)
    expect(await status()).toBe(200)
    await click('button', 'To the next expiry')
    await panelSection('Clock').findByText('Sun, 29 Nov 2026, 15:00 UTC')
    expect(await status()).toBe(401)
    await click('button', 'To the next expiry')
    await sees.status('No token in this scenario')
  })
})

describe('faults', () => {
  it('affect the page, and are listed with the requests that they affected', async () => {
    const allow = { 'unused-faults': /late-50/ }
    await openWithDemoPanel({ as: 'admin', at: `${list}/new`, allow })
    const faults = panelSection('Faults')
    expect(faults.getByText('No faults are active.')).toBeVisible()
    await user.click(faults.getByText('Add a fault'))
    await click('button', 'Add fault')
    await faults.findByText('createToken: responds with 503, on the first call')
    await user.selectOptions(faults.getByRole('combobox', { name: 'Fault' }), 'responds late')
    const milliseconds = await faults.findByRole('spinbutton', { name: 'Milliseconds' })
    await user.clear(milliseconds)
    await user.type(milliseconds, '50')
    await user.selectOptions(faults.getByRole('combobox', { name: 'When' }), 'on every call')
    await click('button', 'Add fault')
    await faults.findByText('createToken: responds 50 ms late, on every call')

    await fillTokenForm()
    await click('button', 'Generate token')
    await within(screen.getByRole('main')).findByRole('alert')
    await reopenPanel()
    const requests = await panelSection('Recent requests').findAllByRole('listitem')
    const affected = requests.find(({ textContent }) => textContent.includes('createToken'))
    expect(affected).toHaveTextContent('503')
    expect(affected).toHaveTextContent('Fault createToken: responds with 503, on the first call')
  })

  it('include a latency, and an invalid latency is rejected with an explanation', async () => {
    const { demo } = await openWithDemoPanel({ as: 'admin', at: '/tickets' })
    const latency = panelSection('Faults').getByRole('spinbutton', { name: /latency/ })
    const enter = async (text: string) => {
      await user.clear(latency)
      await user.type(latency, text)
      await user.tab()
    }
    await enter('30')
    // Before this message, the panel would replace what the user types.
    await screen.findByText('Every response now takes 30 ms longer.')
    expect(await demo.state()).toMatchObject({ latency: 30 })
    await enter('-1')
    expect(await screen.findByRole('alert')).toHaveTextContent('whole number of milliseconds')
    await enter('0')
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
    expect(await demo.state()).toMatchObject({ latency: 0 })
  })
})

describe('the last requests', () => {
  it('can be filtered to changes and refusals', async () => {
    const { demo } = await openWithDemoPanel({ as: 'agent', at: '/tickets' })
    await screen.findByRole('table', { name: 'Tickets' })
    await demo.send({ as: 'agent', method: 'GET', path: '/api/tokens' })
    await reopenPanel()
    const requests = panelSection('Recent requests')
    expect((await requests.findAllByRole('listitem')).length).toBeGreaterThan(2)
    await user.click(requests.getByRole('checkbox', { name: 'Only changes and refusals' }))
    await waitFor(() => expect(requests.getAllByRole('listitem')).toHaveLength(1))
    expect(requests.getByRole('listitem').textContent).toMatch(/listTokens.*403/)
  })
})

describe('Reset', () => {
  it('asks before it discards the input, and then clears the form', async () => {
    const { sees } = await openWithDemoPanel({ scenario: 'storage-full' })
    await fill('Token Name', 'Typed')
    await click('button', 'Reset')
    await click('button', 'Keep editing')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Typed')
    await click('button', 'Reset')
    await click('button', 'Discard')
    await sees.status('back at its start')
    expect(await screen.findByRole('textbox', { name: 'Token Name' })).toHaveValue('')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus())
  })

  it('never shows what the list was before', async () => {
    const { backend, sees } = await openWithDemoPanel({ scenario: 'tokens', at: list })
    await screen.findByRole('link', { name: 'ShipFast' })
    const listed = Promise.withResolvers<undefined>()
    backend.network.use(
      http.get('*/api/tokens', async () => {
        await listed.promise
      }),
    )
    await click('button', 'Reset')
    await sees.status('back at its start')
    expect(screen.getByRole('heading', { name: 'API Tokens' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'ShipFast' })).not.toBeInTheDocument()
    listed.resolve(undefined)
    expect(await screen.findByRole('link', { name: 'ShipFast' })).toBeVisible()
  })
})
