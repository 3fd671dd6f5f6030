import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { type Mounted, openApp } from '#src/kit/vitest.ts'

import { click, fillTokenForm } from './userActions.ts'

const list = '/settings/api-tokens'
const urls = [list, `${list}/new`, `${list}/tok_1`]

/** Grants or declines the access request as an Admin, in another browser. */
async function answerRequest({ demo }: Mounted, status: 'granted' | 'declined'): Promise<void> {
  const path = '/api/access-requests'
  const { body } = await demo.send({ as: 'admin', method: 'GET', path })
  const { items } = body as { items: { id: string }[] }
  for (const { id } of items) {
    const update = { as: 'admin', method: 'PATCH', path: `${path}/${id}`, body: { status } }
    expect(await demo.send(update)).toMatchObject({ status: 200 })
  }
  expect(items).toHaveLength(1)
}

it.each(urls)('redirects a user who is not logged in from %s to the log-in page', async (at) => {
  const { backend, sees } = await openApp({ at })
  await sees.heading('Log in to eDesk')
  expect(location.pathname).toBe('/login')
  expect(backend.requests.filter((sent) => sent.includes('/api/tokens'))).toEqual([])
})

it.each(urls)('shows an Admin on the Starter plan a link to the plans at %s', async (at) => {
  const { backend, sees } = await openApp({ scenario: 'starter', at })
  await sees.heading('API Tokens')
  await sees.text(/Professional plan/)
  expect(screen.getByRole('link', { name: 'See plans' })).toHaveAttribute('href', '/settings/plan')
  expect(backend.requests.filter((sent) => sent.includes('/api/tokens'))).toEqual([])
})

it('moves the focus to the heading of the plan page', async () => {
  await openApp({ scenario: 'starter', at: list })
  await click('link', 'See plans')
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Plan' })).toHaveFocus())
})

describe('an Agent', () => {
  async function openWithRequest(): Promise<Mounted> {
    const mounted = await openApp({ as: 'agent', at: list })
    await click('button', 'Request Admin access')
    await mounted.sees.text(/You have requested Admin access/)
    return mounted
  }

  it('can request access again after a request was declined', async () => {
    const mounted = await openWithRequest()
    await answerRequest(mounted, 'declined')
    announceChange()
    await mounted.sees.text(/declined your last request/)
    expect(screen.getByRole('button', { name: 'Request Admin access' })).toBeEnabled()
  })

  it('gets access within three seconds after it was granted in another browser', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const mounted = await openWithRequest()
    await answerRequest(mounted, 'granted')
    expect(screen.getByText(/You have requested Admin access/)).toBeVisible()
    await vi.advanceTimersByTimeAsync(3_000)
    await mounted.sees.text('No API tokens yet')
  })

  it('is refused by the API, even if the request bypasses the page', async () => {
    const { backend, sees } = await openApp({ as: 'agent', at: '/tickets' })
    await sees.heading('Tickets')
    const response = await fetch('/api/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'sneaking-in-1' },
      body: JSON.stringify({ name: 'Sneaky', accessLevel: 'full_access' }),
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ type: '/problems/admin-required' })
    expect(await backend.tokens()).toEqual([])
  })
})

describe('a change to a lower plan while the form is open', () => {
  it('is reported on submit, keeps the input, and can be undone', async () => {
    const { demo, sees } = await openApp({ as: 'admin', at: `${list}/new` })
    const moveTo = async (plan: string) => {
      const change = { as: 'robin.field@example.com', method: 'PUT', path: '/api/plan' }
      expect(await demo.send({ ...change, body: { plan } })).toMatchObject({ status: 200 })
      announceChange()
    }
    await fillTokenForm()
    await moveTo('starter')
    await click('button', 'Generate token')
    await sees.alert('Professional plan')
    expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
    await moveTo('professional')
    await click('button', 'Generate token')
    await sees.heading('Copy your API key')
  })
})
