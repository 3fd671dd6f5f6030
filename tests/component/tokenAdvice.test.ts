import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import {
  advicePath,
  adviceRow,
  afterTwoMonths,
  group,
  groupHeadings,
  openAdvice,
  startWithUnused,
} from './advicePage.ts'
import { click, user } from './userActions.ts'

const region = () => screen.findByRole('region', { name: 'Advice' })

describe('the details of a token', () => {
  it('show which permissions are unused, and lead to a replacement without them', async () => {
    const { ids, backend } = await afterTwoMonths()
    await openApp({ at: `/settings/api-tokens/${ids.shipFast}`, as: 'admin' })
    const advice = within(await region())
    advice.getByText('Never changed: Sales Orders (full), Contacts (full)')
    advice.getByText('Never used: Tickets (read)')
    await user.click(advice.getByRole('link', { name: 'Remove access' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
    expect(screen.getByRole('region', { name: 'New access' })).toHaveTextContent(
      'Can read Sales Orders and Contacts. Nothing else.',
    )
    screen.getByText('Loses: change Sales Orders and Contacts.')
    screen.getByText('Loses: read Tickets.')
    // The page must not change anything by itself.
    expect(backend.requests.filter((sent) => !sent.startsWith('GET'))).toEqual([])
  })

  it('show that all requests were refused, and lead to a replacement with the missing access', async () => {
    const { ids } = await afterTwoMonths()
    await openApp({ at: `/settings/api-tokens/${ids.reports}`, as: 'admin' })
    const advice = within(await region())
    advice.getByText(/^eDesk refused every recent request/)
    advice.getByText('Needs: Tickets (read)')
    await user.click(advice.getByRole('link', { name: 'Grant the missing access' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace Reports' })
    expect(screen.getByRole('region', { name: 'New access' })).toHaveTextContent(
      'Can read Tickets and Users. Nothing else.',
    )
  })

  it('show that the token is unused, until the advice is dismissed', async () => {
    const { ids } = await afterTwoMonths()
    await openApp({ at: `/settings/api-tokens/${ids.backup}`, as: 'admin' })
    const advice = within(await region())
    advice.getByText(/^No requests for 60 days\./)
    expect(advice.queryByRole('link')).not.toBeInTheDocument()
    await user.click(advice.getByRole('button', { name: 'Dismiss for 90 days' }))
    await screen.findByText('Advice about Backup dismissed for 90 days')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
    expect(screen.queryByRole('region', { name: 'Advice' })).not.toBeInTheDocument()
  })

  it('show no advice for a new token, or if the advice cannot be loaded', async () => {
    const { demo, ids, backend } = await afterTwoMonths()
    const young = await createToken(backend.as('robin.field@example.com'), { name: 'Young' })
    const { goTo } = await openApp({
      at: `/settings/api-tokens/${young.body.token.id}`,
      as: 'admin',
    })
    const requestCount = () => backend.requests.filter((sent) => sent.endsWith('/advice')).length
    await waitFor(() => expect(requestCount()).toBe(1))
    expect(screen.queryByRole('region', { name: 'Advice' })).not.toBeInTheDocument()
    backend.network.use(http.get('*/advice', () => HttpResponse.json({}, { status: 503 })))
    await goTo(`/settings/api-tokens/${ids.shipFast}`)
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(screen.queryByRole('region', { name: 'Advice' })).not.toBeInTheDocument()
    await demo.state()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})

describe('the advice about all tokens', () => {
  it('is linked from the list with its number, and has a group for each kind', async () => {
    await afterTwoMonths()
    await openApp({ at: '/settings/api-tokens', as: 'admin' })
    const link = await screen.findByRole('link', { name: 'Advice' })
    await waitFor(() => expect(link).toHaveAccessibleDescription('3'))
    await user.click(link)
    await screen.findByRole('heading', { level: 1, name: 'Advice' })
    const failing = await adviceRow('Failing', 'Reports')
    expect(failing).toHaveTextContent('Never used, created 2 months ago')
    expect(failing).toHaveTextContent('Refused just now')
    expect(failing).toHaveTextContent('Needs: Tickets (read)')
    expect(await adviceRow('Unused', 'Backup')).toHaveTextContent('Read-only')
    expect(await adviceRow('More access than needed', 'ShipFast')).toHaveTextContent(
      'Never used: Tickets (read)',
    )
    expect(groupHeadings()).toEqual(['Failing 1', 'Unused 1', 'More access than needed 1'])
  })

  it('says what a token uses if it uses little of its access', async () => {
    await openApp({ scenario: 'tokens', at: advicePath, as: 'admin' })
    expect(await adviceRow('More access than needed', 'Morning report')).toHaveTextContent(
      'Only uses: Sales Orders (read), Tickets (read), Users (read), Tag items (read)',
    )
  })

  it.each([
    ['Remove access from ShipFast', 'Replace ShipFast'],
    ['Grant the missing access to Reports', 'Replace Reports'],
    ['See requests of Reports', 'Reports'],
  ])('has the link “%s”', async (name, heading) => {
    await openAdvice()
    await click('link', name)
    await screen.findByRole('heading', { level: 1, name: heading })
  })

  it('pauses or deletes an unused token after the usual question', async () => {
    const { backend } = await openAdvice()
    await click('button', 'Delete Backup')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Backup?' }))
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await click('button', 'Pause Backup')
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Pause Backup?' })).getByRole('button', {
        name: 'Pause token',
      }),
    )
    await screen.findByText('Backup is paused')
    // Its group is gone, so the heading of the page gets the focus.
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
    expect(screen.queryByRole('list', { name: 'Unused' })).not.toBeInTheDocument()
    expect(backend.requests.filter((sent) => sent.startsWith('DELETE'))).toEqual([])
  })

  it('says if there is none', async () => {
    await startBackend()
    await openApp({ at: advicePath, as: 'admin' })
    await screen.findByRole('heading', { name: 'No advice' })
  })

  it('can be loaded again after a failure', async () => {
    const { backend } = await startBackend()
    backend.network.use(
      http.get('*/api/advice-overview', () => HttpResponse.json({}, { status: 503 }), {
        once: true,
      }),
    )
    await openApp({ at: advicePath, as: 'admin' })
    await click('button', 'Retry')
    await screen.findByRole('heading', { name: 'No advice' })
  })
})

describe('a group of many tokens', () => {
  it('shows the first six of them, and all on a page of its own', async () => {
    await startWithUnused(7)
    const { router } = await openApp({ at: advicePath, as: 'admin' })
    expect((await group('Unused')).children).toHaveLength(6)
    await click('link', 'Show all 7: Unused')
    await waitFor(async () => expect((await group('Unused')).children).toHaveLength(7))
    expect(router.currentRoute.value.query).toEqual({ group: 'unused' })
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    await click('link', 'All advice')
    await waitFor(async () => expect((await group('Unused')).children).toHaveLength(6))
  })

  it('has pages of 25 tokens', async () => {
    await startWithUnused(27)
    await openApp({ at: `${advicePath}?group=unused&page=2`, as: 'admin' })
    expect((await group('Unused')).children).toHaveLength(2)
    expect(screen.getByRole('navigation', { name: 'Pages' })).toHaveTextContent('26–27 of 27')
  })

  it('leads to the list, where all unused tokens can be selected', async () => {
    await startWithUnused(1)
    await openApp({ at: `${advicePath}?group=unused`, as: 'admin' })
    await click('link', 'Show all unused tokens in the list')
    await screen.findByRole('heading', { level: 1, name: 'API Tokens' })
    await screen.findByRole('button', { name: /^Remove filter: Not used for 60 days$/ })
  })

  it('opens its last page for a page beyond it', async () => {
    await afterTwoMonths()
    const { router } = await openApp({ at: `${advicePath}?group=unused&page=9`, as: 'admin' })
    await adviceRow('Unused', 'Backup')
    expect(router.currentRoute.value.query).toMatchObject({ page: '1' })
  })
})
