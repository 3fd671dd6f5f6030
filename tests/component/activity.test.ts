import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { address, choose, fail, rows, startWithActivity, table } from './activityPage.ts'
import { captureDownloads } from './captureDownloads.ts'
import { click, user } from './userActions.ts'

describe('the activity page', () => {
  it('shows who did what to which token, with the old and the new values, newest first', async () => {
    const { old } = await startWithActivity()
    await openApp({ at: address, as: 'admin' })
    const shown = await rows()
    const expires = 'Thu, Dec 24, 2026, 9:00 AM'
    const ending = expect.stringMatching(/Key ends in: \w{4}$/) as unknown
    const start = (words: string) => expect.stringContaining(words) as unknown
    expect(shown).toEqual(
      [
        [
          'Robin Field',
          'Generated',
          'ShipFast EU',
          expect.stringMatching(
            /Access: Custom \| Sales Orders: Read Only → to Full Access \| Tickets: Full Access → to .*Replaces: the old key$/,
          ) as unknown,
        ],
        ['Robin Field', 'Retired', 'ShipFast EUDeleted', start('Access: Custom')],
        ['Robin Field', 'Paused', 'ShipFast EUDeleted', ''],
        [
          'Alex Morgan',
          'Expiry moved forward',
          'ShipFast EUDeleted',
          `Expires: never to ${expires}`,
        ],
        [
          'Alex Morgan',
          'Changed',
          'ShipFastDeleted',
          'Token Name: ShipFast to ShipFast EU | Token Description: (empty) to Sends tracking codes',
        ],
        ['Alex Morgan', 'Generated', 'ShipFastDeleted', ending],
      ].map((row) => row.map((cell) => (typeof cell === 'string' ? arrows(cell) : cell))),
    )
    const folded = [...(await table()).querySelectorAll('summary')]
    expect(folded.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Details: Custom',
      'Details: Custom',
      'Details: Expires',
      'Details: Token Name, Token Description',
      'Details: Custom',
    ])
    const links = within(await table()).getAllByRole<HTMLAnchorElement>('link')
    expect(links.map((link) => link.getAttribute('href'))).not.toContain(
      `/settings/api-tokens/${old}`,
    )
    expect(links).toHaveLength(1)
  })

  it('says that the access is unchanged if a replacement keeps it', async () => {
    const { backend } = await startBackend()
    const admin = backend.as('admin')
    const access = {
      accessLevel: 'custom' as const,
      permissions: permissions({ tickets: 'read_only' }),
    }
    const { body } = await createToken(admin, { ...access, expiresAt: null })
    await admin('POST', `/api/tokens/${body.token.id}/replacement`, {
      body: { ...access, keepOldKey: 'day', expiresAt: null },
      headers: { 'Idempotency-Key': 'a-replacement' },
    })
    await openApp({ at: address, as: 'admin' })
    expect((await rows())[0]?.at(-1)).toMatch(
      /^Access: Custom, unchanged \| Key ends in: \w{4} \| Replaces: the old key$/,
    )
  })

  it('filters by action and by person, and keeps the filters in the URL', async () => {
    await startWithActivity()
    const { router } = await openApp({ at: address, as: 'admin' })
    await table()
    choose('Action', 'paused')
    await waitFor(async () => expect((await rows()).map(([, text]) => text)).toEqual(['Paused']))
    expect(router.currentRoute.value.query).toEqual({ action: 'paused' })
    await screen.findByText('1 entry')
    await screen.findByRole('option', { name: 'Alex Morgan' })
    choose('User', 'usr_alex')
    await screen.findAllByText('No matching activity')
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1) ?? fail())
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({}))
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('shows the activity of one token, and leads back to that of all tokens', async () => {
    const { old } = await startWithActivity()
    const { router } = await openApp({ at: `${address}?token=${old}`, as: 'admin' })
    await waitFor(async () => expect(await rows()).toHaveLength(5))
    await click('button', 'Remove filter: Token: ShipFast EU')
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    expect(router.currentRoute.value.query).toEqual({})
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('is paginated, and shows the last page if the URL has a page beyond the end', async () => {
    const { alex } = await startWithActivity()
    for (let count = 0; count < 24; count += 1) await createToken(alex, { name: `Token ${count}` })
    const { router } = await openApp({ at: `${address}?page=9`, as: 'admin' })
    await waitFor(async () => expect(await rows()).toHaveLength(5))
    expect(router.currentRoute.value.query).toEqual({ page: '2' })
    const pages = screen.getByRole('navigation', { name: 'Pages' })
    await user.click(within(pages).getByRole('link', { name: 'Previous' }))
    await waitFor(async () => expect(await rows()).toHaveLength(25))
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    choose('Entries per page', '50')
    await waitFor(async () => expect(await rows()).toHaveLength(30))
  })

  it('has an empty state, and an error state with a retry', async () => {
    const { backend } = await startBackend()
    backend.network.use(http.get('*/api/activity', () => HttpResponse.error(), { once: true }))
    await openApp({ at: address, as: 'admin' })
    await screen.findByText('This could not be loaded')
    await click('button', 'Retry')
    await screen.findByText('No activity yet')
    expect(screen.queryByRole('button', { name: 'Export CSV' })).not.toBeInTheDocument()
  })

  it('exports a file whose values a spreadsheet does not read as formulas', async () => {
    const { alex } = await startWithActivity()
    await createToken(alex, { name: '=1+1' })
    const files = captureDownloads()
    await openApp({ at: `${address}?by=usr_alex`, as: 'admin' })
    await click('button', 'Export CSV')
    await screen.findByText('4 entries were exported')
    const [file] = files
    expect(file?.name).toMatch(/^api-token-activity-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await file?.blob.text())?.split('\r\n') ?? []
    expect(lines[0]).toContain('Time,User,Action,Token,Key ends in,Details')
    expect(lines[1]).toContain(",Alex Morgan,Generated,'=1+1,")
    expect(lines).toHaveLength(6)
  })

  it('exports no file if the user stops or a request fails, and reports the failure', async () => {
    const { backend } = await startWithActivity()
    const files = captureDownloads()
    await openApp({ at: address, as: 'admin' })
    const start = await screen.findByRole('button', { name: 'Export CSV' })
    const answer = Promise.withResolvers<undefined>()
    backend.network.use(
      http.get('*/api/activity', async () => {
        await answer.promise
        return HttpResponse.error()
      }),
    )
    await user.click(start)
    await screen.findByRole('progressbar', { name: 'Exporting activity' })
    await click('button', 'Stop')
    await waitFor(() => expect(start).toHaveFocus())
    answer.resolve(undefined)
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument())
    expect(screen.queryByText(/There is no file/)).not.toBeInTheDocument()
    await user.click(start)
    await screen.findByText(/There is no file/)
    expect(files).toEqual([])
  })
})

describe('the activity of one token', () => {
  it('is shown in its details, with a link to all entries', async () => {
    const { backend } = await startBackend()
    const alex = backend.as('admin')
    const { body } = await createToken(alex)
    const path = `/api/tokens/${body.token.id}`
    for (let count = 0; count < 6; count += 1) {
      await alex('POST', `${path}/pause`)
      await alex('POST', `${path}/resume`)
    }
    await openApp({ at: `/settings/api-tokens/${body.token.id}/activity`, as: 'admin' })
    await waitFor(async () => expect(await rows()).toHaveLength(10))
    const link = screen.getByRole('link', { name: 'All activity: 13 entries' })
    expect(link).toHaveAttribute('href', `${address}?token=${body.token.id}`)
  })

  it('is linked after the token was deleted', async () => {
    const { old } = await startWithActivity()
    await openApp({ at: `/settings/api-tokens/${old}`, as: 'admin' })
    const link = await screen.findByRole('link', { name: 'Activity of this token' })
    expect(link).toHaveAttribute('href', `${address}?token=${old}`)
  })

  it('is not linked for a token that never existed', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/api-tokens/tok_none', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
    await waitFor(() => expect(backend.requests).toContain('GET /api/activity'))
    expect(screen.queryByRole('link', { name: 'Activity of this token' })).not.toBeInTheDocument()
  })

  it('can fail to load without affecting the details, and can be loaded again', async () => {
    const { backend } = await startBackend()
    const { body } = await createToken(backend.as('admin'))
    backend.network.use(http.get('*/api/activity', () => HttpResponse.error()))
    await openApp({ at: `/settings/api-tokens/${body.token.id}/activity`, as: 'admin' })
    await screen.findByText(/The activity of this token could not be loaded/)
    backend.network.resetHandlers()
    await click('button', 'Retry')
    await waitFor(async () => expect(await rows()).toHaveLength(1))
  })
})

/** Adds the arrow before "to", which screen readers ignore. */
function arrows(text: string): string {
  return text.replaceAll(' to ', ' → to ')
}
