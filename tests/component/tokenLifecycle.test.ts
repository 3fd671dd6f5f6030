import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click, expectStatus, fill, user } from './userActions.ts'

/** Opens the details of the token ShipFast on 24 November 2026 at 9:00 in Dublin. Another Admin can change it meanwhile. */
async function openDetails(
  wanted: Parameters<typeof createToken>[1] = {},
  { at, before }: { at?: string; before?: (id: string, key: string) => Promise<unknown> } = {},
) {
  const { backend, demo } = await startBackend()
  const otherAdmin = backend.as('robin.field@example.com')
  const { token, key } = (await createToken(otherAdmin, { name: 'ShipFast', ...wanted })).body
  const resource = `/api/tokens/${token.id}`
  const act = (action: 'pause' | 'resume') => otherAdmin('POST', `${resource}/${action}`)
  await before?.(token.id, key ?? '')
  if (at) await demo.setView({ now: at })
  await openApp({ at: `/settings/api-tokens/${token.id}`, as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
  return {
    backend,
    demo,
    key: key ?? '',
    act,
    read: async () => (await otherAdmin('GET', resource)).body,
    changeElsewhere: (body: object) =>
      otherAdmin('PATCH', resource, { headers: { 'If-Match': '*' }, body }),
  }
}

function fact(name: string): string {
  return screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ?? ''
}

const expiresOn = () => screen.getByLabelText<HTMLInputElement>('Expires on')

describe('the expiration in the details of a token', () => {
  it('is a date with the remaining time', async () => {
    await openDetails()
    expect(screen.getByText('Active')).toBeVisible()
    expect(fact('Expires')).toContain('Mon, Feb 22, 2027, 9:00')
    expect(fact('Expires')).toContain('in 90 days')
    expect(screen.queryByText(/This token expires/)).not.toBeInTheDocument()
  })

  it('is "Never" without an expiration, with the risk', async () => {
    await openDetails({ expiresAt: null })
    expect(fact('Expires')).toMatch(/Never.*Without an expiry date/)
  })

  it.each([
    ['2027-02-09T10:00:00Z', 'This token expires in 13 days', /Plan to replace it/],
    ['2027-02-15T10:00:00Z', 'This token expires in 7 days', /Replace it this week/],
    ['2027-02-21T10:00:00Z', 'This token expires tomorrow', /Replace it now/],
    ['2027-02-22T10:00:00Z', 'This token expires today', /Replace it now/],
  ])('has a warning at %s: "%s"', async (at, title, todo) => {
    await openDetails({ expiresAt: '2027-02-23T00:00:00Z' }, { at })
    expect(screen.getByText('Expiring soon')).toBeVisible()
    expect(screen.getByText(title)).toBeVisible()
    expect(screen.getByText(todo)).toBeVisible()
    expect(screen.getByText(/works until Mon, Feb 22, 2027/)).toBeVisible()
  })

  it('shows what to do after the token has expired, and hides the actions that need an active token', async () => {
    await openDetails({ expiresAt: '2026-11-25T00:00:00Z' }, { at: '2026-11-25T00:00:00Z' })
    expect(screen.getByText('Expired', { selector: 'span' })).toBeVisible()
    expect(screen.getByText('This token has expired')).toBeVisible()
    expect(screen.getByText(/Replace the token.*or delete it/)).toBeVisible()
    expect(fact('Expired')).toContain('Tue, Nov 24, 2026, end of day')
    expect(fact('Expired')).toContain('yesterday')
    for (const name of ['Bring expiry forward', 'Pause token', 'Resume token']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
    }
  })
})

describe('shortening the expiration', () => {
  async function openShortening(wanted: Parameters<typeof createToken>[1] = {}) {
    const details = await openDetails(wanted)
    await click('button', 'Bring expiry forward')
    await waitFor(() => expect(expiresOn()).toHaveFocus())
    return details
  }

  async function save(): Promise<void> {
    await click('button', 'Save date')
  }

  it('saves the chosen day, and says so', async () => {
    const { read } = await openShortening()
    expect(expiresOn()).toMatchObject({ min: '2026-11-24', max: '2027-02-21' })
    await fill(expiresOn(), '2026-12-31')
    await screen.findByText(/Expires on Thu, Dec 31, 2026, end of day/)
    await save()
    await expectStatus('ShipFast expires on Thu, Dec 31, 2026')
    expect(await read()).toMatchObject({ expiresAt: '2027-01-01T00:00:00.000Z' })
    await waitFor(() => expect(fact('Expires')).toContain('Dec 31, 2026'))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Bring expiry forward' })).toHaveFocus(),
    )
  })

  it.each([
    ['2027-02-22', /Choose a date before Feb 22, 2027/],
    ['2026-11-23', /Choose today or later/],
    ['', /Enter a date/],
  ])('shows an error at the field for the day "%s"', async (day, words) => {
    const { read } = await openShortening()
    await fill(expiresOn(), day)
    await save()
    await screen.findByText(words)
    expect(expiresOn()).toHaveAttribute('aria-invalid', 'true')
    expect(expiresOn()).toHaveFocus()
    expect(await read()).toMatchObject({ expiresAt: '2027-02-22T09:00:00.000Z' })
  })

  it('starts in 90 days for a token that never expires', async () => {
    const { read } = await openDetails({ expiresAt: null })
    await click('button', 'Set an expiry date')
    await waitFor(() => expect(expiresOn()).toHaveFocus())
    expect(expiresOn()).toHaveValue('2027-02-22')
    expect(screen.queryByText(/You can’t extend a token/)).not.toBeInTheDocument()
    await save()
    await expectStatus('ShipFast expires on Mon, Feb 22, 2027')
    expect(await read()).toMatchObject({ expiresAt: '2027-02-23T00:00:00.000Z' })
    await screen.findByRole('button', { name: 'Bring expiry forward' })
  })

  it('can be canceled with Escape, which returns the focus', async () => {
    const { read } = await openShortening()
    await fill(expiresOn(), '2026-12-31')
    fireEvent.keyDown(expiresOn(), { key: 'Escape' })
    const opener = await screen.findByRole('button', { name: 'Bring expiry forward' })
    await waitFor(() => expect(opener).toHaveFocus())
    expect(await read()).toMatchObject({ expiresAt: '2027-02-22T09:00:00.000Z' })
  })

  it('shows the change of another Admin before it saves', async () => {
    const { read, changeElsewhere } = await openShortening()
    await changeElsewhere({ expiresAt: '2026-12-25T00:00:00Z' })
    await fill(expiresOn(), '2026-12-31')
    await save()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('now works until Thu, Dec 24, 2026')
    await screen.findByText(/Choose a date before Dec 24, 2026/)
    expect(await read()).toMatchObject({ expiresAt: '2026-12-25T00:00:00.000Z' })
    await fill(expiresOn(), '2026-12-10')
    await save()
    await expectStatus('ShipFast expires on Thu, Dec 10, 2026')
  })

  it('shows why the change of another Admin cannot be loaded, until it can', async () => {
    const { demo, changeElsewhere } = await openShortening()
    await changeElsewhere({ expiresAt: '2026-12-25T00:00:00Z' })
    await fill(expiresOn(), '2026-12-10')
    await demo.setView({ faults: [{ operation: 'getToken', what: 500, when: 'always' }] })
    await save()
    expect(await screen.findByRole('alert')).not.toHaveTextContent('now works until')
    await demo.setView({ faults: [] })
    await save()
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('now works until'))
    await save()
    await expectStatus('ShipFast expires on Thu, Dec 10, 2026')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('keeps the typed name', async () => {
    const { read } = await openShortening()
    await click('button', 'Edit')
    await fill(screen.getByRole('textbox', { name: 'Token Name' }), 'ShipFaster')
    await fill(expiresOn(), '2026-12-31')
    await save()
    await expectStatus('ShipFast expires on')
    await waitFor(() => expect(fact('Expires')).toContain('Dec 31, 2026'))
    await click('button', 'Save changes')
    await expectStatus('Saved: ShipFaster')
    expect(await read()).toMatchObject({
      name: 'ShipFaster',
      expiresAt: '2027-01-01T00:00:00.000Z',
    })
  })
})

describe('pausing a token in its details', () => {
  async function openPauseDialog() {
    await click('button', 'Pause token')
    return within(await screen.findByRole('dialog', { name: 'Pause ShipFast?' }))
  }

  it('refuses its key, shows since when and whether it is used, and can be undone', async () => {
    const { read, key, backend, act } = await openDetails()
    const dialog = await openPauseDialog()
    expect(dialog.getByText(/eDesk refuses requests with this token/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Pause token' }))
    await expectStatus('ShipFast is paused')
    await screen.findByText(/This token was paused/)
    // The activity table contains "Paused" too, after it has loaded.
    expect(screen.getByText('Paused', { ignore: 'td' })).toBeVisible()
    expect(screen.getByText(/It has had no requests since then/)).toBeVisible()
    const resume = await screen.findByRole('button', { name: 'Resume token' })
    await waitFor(() => expect(resume).toHaveFocus())
    expect(await read()).toMatchObject({ status: 'paused' })

    const headers = { Authorization: `Bearer ${key}` }
    expect((await backend.as('nobody')('GET', '/v1/whoami', { headers })).status).toBe(401)
    await act('pause')
    announceChange()
    await user.click(resume)
    await expectStatus('ShipFast works again')
    await screen.findByRole('button', { name: 'Pause token' })
    expect((await backend.as('nobody')('GET', '/v1/whoami', { headers })).status).toBe(200)
  })

  it('shows that the key is still used', async () => {
    const { act, key, backend, demo } = await openDetails()
    await act('pause')
    await demo.setView({ now: '2026-11-24T09:05:00Z' })
    await backend.as('nobody')('GET', '/v1/whoami', { headers: { Authorization: `Bearer ${key}` } })
    announceChange()
    await screen.findByText(/An application still uses it/)
    await screen.findByText('The token was paused')
  })

  it('changes nothing after Cancel', async () => {
    const { read } = await openDetails()
    await user.click((await openPauseDialog()).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await read()).toMatchObject({ status: 'active' })
    expect(screen.getByRole('button', { name: 'Pause token' })).toHaveFocus()
  })

  it('shows a failure in the dialog, and can be retried', async () => {
    const { backend, read } = await openDetails()
    backend.network.use(
      http.post('*/pause', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    const dialog = await openPauseDialog()
    await user.click(dialog.getByRole('button', { name: 'Pause token' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Something went wrong')
    expect(await read()).toMatchObject({ status: 'active' })
    await user.click(dialog.getByRole('button', { name: 'Pause token' }))
    await expectStatus('ShipFast is paused')
  })

  it('shows a dialog if the token cannot be resumed, and can be retried', async () => {
    const { backend } = await openDetails()
    await user.click((await openPauseDialog()).getByRole('button', { name: 'Pause token' }))
    backend.network.use(
      http.post('*/resume', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await click('button', 'Resume token')
    const name = 'ShipFast could not be resumed'
    const dialog = within(await screen.findByRole('dialog', { name }))
    expect(dialog.getByRole('alert')).toHaveTextContent('Something went wrong')
    await user.click(dialog.getByRole('button', { name: 'Retry' }))
    await expectStatus('ShipFast works again')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })
})

describe('the menu of a token in the list', () => {
  async function openMenu(): Promise<string[]> {
    await click('button', 'Actions for ShipFast')
    const items = await screen.findAllByRole('menuitem')
    return items.map(({ textContent }) => textContent.trim())
  }

  it('can pause the token after a dialog, and then resume it', async () => {
    const { backend } = await startBackend()
    await createToken(backend.as('robin.field@example.com'), { name: 'ShipFast' })
    await openApp({ at: '/settings/api-tokens', as: 'admin' })
    expect(await openMenu()).toEqual(['Replace token', 'Pause token', 'Delete token'])
    await click('menuitem', 'Pause token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Pause ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Pause token' }))
    await expectStatus('ShipFast is paused')
    const actions = screen.getByRole('button', { name: 'Actions for ShipFast' })
    await waitFor(() => expect(actions).toHaveFocus())
    await openMenu()
    await click('menuitem', 'Resume token')
    await expectStatus('ShipFast works again')
    await waitFor(() => expect(actions).toHaveFocus())
  })
})
