import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { dayBars, plot } from '#src/features/api-tokens/requests/dayBars.ts'
import { permissions } from '#src/kit/builders.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click, user } from './userActions.ts'

/** Opens the details of a token that may change tickets and read sales orders, after these calls with its key. */
async function openDetails(...calls: [method: string, path: string, body?: unknown][]) {
  const { backend, demo } = await startBackend()
  const created = await createToken(backend.as('admin'), {
    name: 'ShipFast',
    accessLevel: 'custom',
    permissions: permissions({ tickets: 'full_access', sales_orders: 'read_only' }),
  })
  const { token, key } = created.body
  const headers = { Authorization: `Bearer ${key ?? ''}`, 'User-Agent': 'ShipFast/2.4' }
  for (const [method, path, body] of calls) await backend.send({ method, path, headers, body })
  const { router } = await openApp({
    at: `/settings/api-tokens/${token.id}/requests`,
    as: 'admin',
  })
  await screen.findByRole('heading', { level: 2, name: 'Requests' })
  return { backend, demo, router }
}

const table = () => screen.findByRole('table', { name: 'Requests' })

/** Returns the texts of the cells in each row. */
async function rowTexts(): Promise<string[][]> {
  const rows = within(await table())
    .getAllByRole('row')
    .slice(1)
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => textOf(cell)),
  )
}

/** Returns the paragraphs of a cell, separated by "|". */
function textOf(cell: HTMLElement): string {
  const paragraphs = cell.querySelectorAll('p')
  const parts = paragraphs.length > 0 ? [...paragraphs] : [cell]
  return parts.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | ')
}

async function choose(value: string): Promise<void> {
  const select = await screen.findByRole('combobox', { name: 'Show' })
  if (!(select instanceof HTMLSelectElement)) throw new Error('Expected a select')
  select.value = value
  select.dispatchEvent(new Event('change'))
}

function repeat<Call>(count: number, call: Call): Call[] {
  return Array.from({ length: count }, () => call)
}

describe('the requests of a token', () => {
  it('show a note instead of an empty table if the token has not been used', async () => {
    await openDetails()
    await screen.findByText('This token has not been used')
    expect(screen.queryByRole('table', { name: 'Requests' })).not.toBeInTheDocument()
    expect(screen.queryByRole('combobox', { name: 'Show' })).not.toBeInTheDocument()
  })

  it('show the newest first, with operations, outcomes and reasons', async () => {
    await openDetails(
      ['GET', '/v1/whoami'],
      ['POST', '/v1/messages', { ticket_id: 1, body: 'Hello', type: 'Note' }],
      ['POST', '/v1/tickets', {}],
      ['GET', '/v1/nowhere'],
    )
    const headers = within(await table()).getAllByRole('columnheader')
    expect(headers.map(({ textContent }) => textContent)).toEqual([
      'Time',
      'Operation',
      'Status',
      'Outcome',
      'Client',
      'Address',
    ])
    const rows = (await rowTexts()).map(([, ...cells]) => cells.slice(0, -1))
    expect(rows).toEqual([
      ['GET /nowhere | Unknown URL', '404', 'Invalid | Not found', 'ShipFast/2.4'],
      ['POST /tickets | Create a ticket', '400', expect.stringMatching(/^Invalid/), 'ShipFast/2.4'],
      [
        'POST /messages | Create a message or note in a ticket',
        '403',
        'Refused | Needs Full Access to Messages',
        'ShipFast/2.4',
      ],
      ['GET /whoami | Get the user of the token', '200', 'Succeeded', 'ShipFast/2.4'],
    ])
    expect(screen.queryByText(/requests were refused/)).not.toBeInTheDocument()
  })

  it('open to the id and the duration of a request, and to the headers of both sides', async () => {
    await openDetails(['GET', '/v1/whoami'], ['POST', '/v1/messages', {}])
    const opener = within(await table()).getByRole('button', { name: 'POST /messages' })
    await user.click(opener)
    expect(opener).toHaveAttribute('aria-expanded', 'true')
    const row = within(await table()).getAllByRole('row')[2]
    if (!row) throw new Error('Expected a row')
    const terms = within(row).getAllByRole('term')
    const shown = terms.map((term) => [term.textContent, term.nextElementSibling?.textContent])
    expect(shown).toEqual([
      ['Request ID', expect.stringMatching(/^req_\w{16}$/)],
      ['Operation', 'createMessage'],
      ['Duration', expect.stringMatching(/^\d+ ms$/)],
      ['User-Agent', 'ShipFast/2.4'],
      ['Content-Type', 'application/json'],
      ['X-Request-Id', shown[0]?.[1]],
      ['RateLimit-Limit', '60'],
      ['RateLimit-Remaining', '58'],
      ['RateLimit-Reset', '1'],
      ['RateLimit-Policy', '60;w=30'],
    ])
    await user.click(opener)
    expect(opener).toHaveAttribute('aria-expanded', 'false')
    expect(screen.queryByRole('term', { name: 'Request ID' })).not.toBeInTheDocument()
  })

  it('open to a note if their headers were not recorded', async () => {
    const { backend } = await openDetails()
    await backend.storage.write(async (db) => {
      const tokens = await db.all('tokens')
      await db.put('requests', {
        id: 1,
        tokenId: tokens[0]?.id ?? '',
        at: '2026-11-24T09:00:00.000Z',
        method: 'GET',
        operation: 'whoami',
        status: 200,
        milliseconds: 9,
        outcome: 'answered',
        reason: null,
        feature: null,
        needs: null,
      })
    })
    announceChange()
    await user.click(await screen.findByRole('button', { name: 'GET' }))
    expect(screen.getAllByText('Not recorded')).toHaveLength(2)
  })

  it('show which access the application needs if all of them were refused', async () => {
    await openDetails(...repeat(12, ['POST', '/v1/messages', {}] as [string, string, unknown]))
    await screen.findByText(
      'All 12 requests were refused: the application needs Full Access to Messages',
    )
  })

  it('can be filtered by outcome', async () => {
    await openDetails(['GET', '/v1/whoami'], ['POST', '/v1/messages', {}])
    expect(await rowTexts()).toHaveLength(2)
    await choose('refused')
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1))
    expect((await rowTexts())[0]?.[3]).toContain('Refused')
    await choose('not_valid')
    await screen.findByText('No matching requests')
    await choose('all')
    await waitFor(async () => expect(await rowTexts()).toHaveLength(2))
  })

  it('keep both of two filters that are chosen one right after the other', async () => {
    const { router } = await openDetails(['GET', '/v1/whoami'], ['POST', '/v1/messages', {}])
    const client = await screen.findByRole('combobox', { name: 'Client' })
    const program = await within(client).findByRole('option', { name: /^ShipFast/ })
    // The router cannot finish the first navigation before the second choice.
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const remove = router.beforeEach(() => held)
    await choose('refused')
    await user.selectOptions(client, program)
    release()
    remove()
    await waitFor(() =>
      expect(router.currentRoute.value.query).toEqual({
        outcome: 'refused',
        program: 'ShipFast',
      }),
    )
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1))
  })

  it('are paginated, and the focus moves to their heading', async () => {
    await openDetails(...repeat(23, ['GET', '/v1/whoami'] as [string, string]))
    expect(await rowTexts()).toHaveLength(20)
    await user.click(within(screen.getByRole('navigation', { name: 'Pages' })).getByText('Next'))
    await waitFor(async () => expect(await rowTexts()).toHaveLength(3))
    expect(screen.getByRole('heading', { name: 'Requests' })).toHaveFocus()
  })

  it.each([
    { page: '99', query: { page: '2' }, shown: 3, range: '21–23 of 23' },
    { page: '1e99', query: { page: '2' }, shown: 3, range: '21–23 of 23' },
    { page: '-1', query: { page: '-1' }, shown: 20, range: '1–20 of 23' },
    { page: '1.5', query: { page: '1.5' }, shown: 20, range: '1–20 of 23' },
    { page: 'abc', query: { page: 'abc' }, shown: 20, range: '1–20 of 23' },
  ])('are shown for page $page in the URL', async ({ page, query, shown, range }) => {
    const { router } = await openDetails(...repeat(23, ['GET', '/v1/whoami'] as [string, string]))
    await router.push({ query: { page } })
    await screen.findByText(range)
    expect(await rowTexts()).toHaveLength(shown)
    expect(router.currentRoute.value.query).toEqual(query)
  })

  it('are shown in a chart by day, with a text alternative', async () => {
    await openDetails(
      ['GET', '/v1/whoami'],
      ['GET', '/v1/whoami'],
      ['POST', '/v1/messages', {}],
      ['POST', '/v1/tickets', {}],
    )
    const chart = await screen.findByRole('img', { name: /4 requests/ })
    expect(chart.getAttribute('aria-label')).toContain('2 succeeded, 1 refused, 1 invalid.')
  })

  it('have a slider in the chart that names the numbers of each day', async () => {
    await openDetails(['GET', '/v1/whoami'], ['POST', '/v1/tickets', {}])
    const slider = await screen.findByRole('slider', { name: 'Day' })
    expect(screen.getByText('Peak: 2 a day')).toBeVisible()
    slider.focus()
    const today = 'Nov 24: 1 succeeded, 0 refused, 1 invalid.'
    await screen.findByText(today)
    expect(slider).toHaveAttribute('aria-valuetext', today)
    fireEvent.input(slider, { target: { value: '12' } })
    await screen.findByText('Nov 23: 0 succeeded, 0 refused, 0 invalid.')
    slider.blur()
    await screen.findByText('Peak: 2 a day')
  })

  it('can fail to load without affecting the page, and can be loaded again', async () => {
    const { backend } = await startBackend()
    const { id } = (await createToken(backend.as('admin'), { name: 'ShipFast' })).body.token
    const originalFetch = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      if (/requests|usage/.test(request.url)) throw new TypeError('Failed to fetch')
      return originalFetch(request)
    }
    await openApp({ at: `/settings/api-tokens/${id}`, as: 'admin' })
    await screen.findByText(/requests could not be loaded/)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Edit' })).toBeVisible()
    globalThis.fetch = originalFetch
    await click('button', 'Reload')
    await screen.findByText('This token has not been used')
  })
})

describe('the bars of the chart', () => {
  const day = { date: '2026-11-24', answered: 0, refused: 0, notValid: 0 }

  it('stay inside the plot, and show a single request beside thousands', () => {
    const [bar] = dayBars([{ ...day, answered: 5_000, refused: 1, notValid: 1 }])
    expect(bar?.parts.map(({ kind }) => kind)).toEqual(['answered', 'refused', 'notValid'])
    for (const { y, height } of bar?.parts ?? []) {
      expect(height).toBeGreaterThanOrEqual(3)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThanOrEqual(plot.height)
    }
  })

  it('are empty for a day without requests', () => {
    expect(dayBars([day])[0]?.parts).toEqual([])
  })
})
