import { screen, within } from '@testing-library/dom'
import { describe, expect, it, onTestFinished } from 'vitest'

import TokenPage from '#src/features/api-tokens/details/TokenPage.vue'
import { mountWithBackend, onExchange, openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerDay } from '#src/shared/time.ts'

const list = '/settings/api-tokens'

describe('a backend that a test starts before it mounts a component', () => {
  it('serves the component that is mounted afterwards', async () => {
    const { backend } = await startBackend()
    const { id } = await backend.addToken({ name: 'Ledger' })
    const mounted = await mountWithBackend(TokenPage, { at: `${list}/${id}`, as: 'admin' })
    await mounted.sees.heading('Ledger')
    expect(mounted.backend).toBe(backend)
    expect(backend.requests).toContain(`GET /api/tokens/${id}`)
  })

  it('takes the person, the clock and the faults from the mount, and keeps its scenario', async () => {
    const { demo } = await startBackend({ scenario: 'tokens' })
    const now = '2026-12-24T09:00:00.000Z'
    const faults = ['listTokens:503@1']
    const { sees } = await openApp({ at: list, as: 'robin.field@example.com', now, faults })
    await sees.alert('could not be loaded')
    expect(screen.getByRole('button', { name: /Robin Field/ })).toBeVisible()
    expect(await demo.state()).toMatchObject({ scenario: 'tokens', now })
  })

  it('keeps its person, its clock and its faults if the mount sets none', async () => {
    await startBackend({ scenario: 'tokens', as: 'agent', faults: ['listTicketViews:503@1'] })
    const { sees } = await openApp({ at: '/tickets' })
    await sees.alert('could not be loaded')
    expect(screen.getByRole('button', { name: /Sam Rivera/ })).toBeVisible()
  })

  it('rejects another scenario, a second start and a second mount', async () => {
    await startBackend()
    await expect(openApp({ scenario: 'tokens' })).rejects.toThrow(
      'The backend of this test has a scenario already: name it in startBackend.',
    )
    await expect(startBackend()).rejects.toThrow('This test has a demo already')
    await openApp()
    await expect(openApp()).rejects.toThrow('This test has a demo already')
  })

  it('accepts requests of other people, and changes of its data without business rules', async () => {
    const { backend } = await startBackend()
    const robin = backend.as('robin.field@example.com')
    const { id } = await backend.addToken({ name: 'Ledger' })
    expect(await robin('POST', `/api/tokens/${id}/pause`)).toMatchObject({ status: 200 })
    expect(await backend.as('agent')('GET', '/api/tokens')).toMatchObject({ status: 403 })
    expect(await backend.as('nobody')('GET', '/api/tokens')).toMatchObject({ status: 401 })
    await backend.storage.write((db) => db.delete('tokens', id))
    expect(await backend.tokens()).toEqual([])
  })
})

describe('data that a mount arranges', () => {
  it('are on the page from the start, and no fault of the test affects them', async () => {
    const { sees, demo } = await openApp({
      as: 'admin',
      at: list,
      now: '2026-12-01T09:00:00Z',
      faults: ['createToken:503@always'],
      allow: { 'unused-faults': true },
      async arrange(own, control) {
        expect([own.requests, document.body.textContent]).toEqual([[], ''])
        await own.addToken({ name: 'Ledger' })
        await control.setView({ advance: msPerDay })
      },
    })
    await sees.text('Ledger')
    expect(await demo.state()).toMatchObject({ now: '2026-12-02T09:00:00.000Z' })
  })

  it('can be added to a backend that the test has started', async () => {
    const { backend } = await startBackend()
    const { id } = await backend.addToken({ name: 'Ledger' })
    const { sees } = await mountWithBackend(TokenPage, {
      at: `${list}/${id}`,
      as: 'admin',
      arrange: (own) => own.as('admin')('POST', `/api/tokens/${id}/pause`),
    })
    await sees.text('Paused')
  })

  it('fail the test with their own message, and show no page', async () => {
    const arrange = () => Promise.reject(new Error('No ledger today'))
    await expect(openApp({ arrange })).rejects.toThrow('No ledger today')
    expect(document.body.textContent).toBe('')
  })
})

it('returns the router of the mounted application', async () => {
  const { router, sees } = await openApp({ scenario: 'tokens' })
  await sees.heading('API Tokens')
  await router.push('/tickets')
  await sees.heading('Tickets')
  expect(router.currentRoute.value.fullPath).toBe('/tickets')
  const main = within(screen.getByRole('navigation', { name: 'Main' }))
  expect(main.getByRole('link', { name: 'Tickets' })).toHaveAttribute('aria-current', 'page')
})

it('calls an observer with every request and response, until the observer is removed', async () => {
  const seen: (string | null)[] = []
  const stop = onExchange(({ operation }) => seen.push(operation))
  onTestFinished(stop)
  const { demo } = await startBackend()
  await demo.send({ as: 'admin', method: 'GET', path: '/api/plan' })
  expect(seen).toContain('getPlan')
  stop()
  await demo.send({ as: 'admin', method: 'GET', path: '/api/users' })
  expect(seen).not.toContain('listMembers')
})
