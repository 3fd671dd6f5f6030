import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { user } from './userActions.ts'

type Use = [address: string, client: string | null, path?: string]

const firefox = 'Mozilla/5.0 (X11; rv:132.0) Gecko/20100101 Firefox/132.0'

/** Opens the requests of a token that may read tickets, after it was used like this. */
async function openRequests(uses: Use[], query = '') {
  const { backend } = await startBackend()
  const { body } = await createToken(backend.as('admin'), { name: 'ShipFast' })
  for (const [address, client, path = '/v1/whoami'] of uses) {
    const agent = client === null ? {} : { 'User-Agent': client }
    const headers = { Authorization: `Bearer ${body.key ?? ''}`, ...agent }
    await backend.send({ method: path === '/v1/tags' ? 'POST' : 'GET', path, headers, address })
  }
  const at = `/settings/api-tokens/${body.token.id}/requests${query}`
  const { router } = await openApp({ at, as: 'admin' })
  await screen.findByRole('heading', { level: 2, name: 'Requests' })
  return { router }
}

async function rowsOf(name: string): Promise<string[][]> {
  const table = await screen.findByRole('table', { name })
  const rows = within(table).getAllByRole('row').slice(1)
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement
        for (const label of copy.querySelectorAll('[aria-hidden]')) label.remove()
        return copy.textContent.replace(/\s+/g, ' ').trim()
      }),
  )
}

const addresses = async () => (await rowsOf('Used from')).map(([address]) => address)
const options = (name: string) =>
  [...screen.getByRole('combobox', { name }).querySelectorAll('option')].map(({ text }) => text)

describe('the places that a token is used from', () => {
  it('have their address, their program in words, and their sums', async () => {
    await openRequests([
      ['203.0.113.7', 'python-requests/2.31.0'],
      ['203.0.113.7', 'python-requests/2.32.0', '/v1/tags'],
      ['2001:db8::1', firefox],
      ['198.51.100.9', null],
    ])
    const table = await screen.findByRole('table', { name: 'Used from' })
    const headers = within(table).getAllByRole('columnheader')
    expect(headers.map(({ textContent }) => textContent)).toEqual([
      'Address',
      'Program',
      'First used',
      'Last used',
      'Requests',
      'Refused',
    ])
    const rows = await rowsOf('Used from')
    // All requests may have the same time.
    const places = rows.map(([address, program, , , ...sums]) => [address, program, ...sums])
    expect(places.sort()).toEqual([
      ['198.51.100.9', 'Unknown', '1', '0'],
      ['2001:db8::1', 'A browser (Firefox)', '1', '0'],
      ['203.0.113.7', 'Python requests 2.32', '2', '1'],
    ])
    expect((await rowsOf('Requests')).map((cells) => cells.slice(-2))).toEqual([
      ['Unknown', '198.51.100.9'],
      [firefox, '2001:db8::1'],
      ['python-requests/2.32.0', '203.0.113.7'],
      ['python-requests/2.31.0', '203.0.113.7'],
    ])
  })

  it('lead to their requests, and the focus moves to the heading of these', async () => {
    const { router } = await openRequests([
      ['203.0.113.7', 'curl/8.5.0'],
      ['203.0.113.7', 'wget/1.0'],
      ['198.51.100.9', 'curl/8.5.0'],
    ])
    await user.click(await screen.findByRole('link', { name: '198.51.100.9' }))
    await waitFor(async () => expect(await rowsOf('Requests')).toHaveLength(1))
    expect(screen.getByRole('heading', { name: 'Requests' })).toHaveFocus()
    expect(router.currentRoute.value.query).toEqual({ address: '198.51.100.9' })
    await user.click(screen.getByRole('link', { name: 'wget 1.0' }))
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ program: 'wget' }))
    expect(await rowsOf('Requests')).toHaveLength(1)
  })

  it('can be chosen as filters of the requests', async () => {
    const { router } = await openRequests([
      ['203.0.113.7', 'curl/8.5.0'],
      ['203.0.113.7', 'all'],
      ['198.51.100.9', null],
    ])
    await screen.findByRole('combobox', { name: 'Client' })
    await waitFor(() => expect(options('Client').sort()).toEqual(['All', 'Unknown', 'all', 'curl']))
    expect(options('Address').sort()).toEqual(['198.51.100.9', '203.0.113.7', 'All'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Client' }), '=all')
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ program: 'all' }))
    await waitFor(async () => expect(await rowsOf('Requests')).toHaveLength(1))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Client' }), 'Unknown')
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ program: '' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Address' }), '198.51.100.9')
    await waitFor(() =>
      expect(router.currentRoute.value.query).toEqual({ program: '', address: '198.51.100.9' }),
    )
    await user.selectOptions(screen.getByRole('combobox', { name: 'Client' }), 'All')
    await waitFor(() =>
      expect(router.currentRoute.value.query).toEqual({ address: '198.51.100.9' }),
    )
    await user.selectOptions(screen.getByRole('combobox', { name: 'Address' }), 'All')
    await waitFor(async () => expect(await rowsOf('Requests')).toHaveLength(3))
  })

  it('show the filter of a link, also one that was never used', async () => {
    await openRequests([['203.0.113.7', 'curl/8.5.0']], '?address=203.0.113.99')
    await screen.findByText('No matching requests')
    const select = await screen.findByRole('combobox', { name: 'Address' })
    expect(select).toHaveDisplayValue('203.0.113.99')
  })

  it('are paged and searched, and a key is not searched', async () => {
    const uses = Array.from({ length: 12 }, (_, end): Use => [`203.0.113.${end + 1}`, 'curl/8.5.0'])
    const { router } = await openRequests([...uses, ['198.51.100.9', firefox]])
    expect(await addresses()).toHaveLength(10)
    const pages = screen.getByRole('navigation', { name: 'More places' })
    await user.click(within(pages).getByText('Next'))
    await waitFor(async () => expect(await addresses()).toHaveLength(3))
    const field = screen.getByRole('searchbox', { name: 'Search addresses and programs' })
    await user.type(field, 'browser')
    await waitFor(async () => expect(await addresses()).toEqual(['198.51.100.9']))
    expect(router.currentRoute.value.query).toEqual({ places: 'browser' })
    await user.clear(field)
    await user.type(field, 'wget{Enter}')
    await screen.findByText('No matching addresses or programs')
    await user.clear(field)
    await user.type(field, `edesk_${'0'.repeat(30)}495VgU{Enter}`)
    expect(router.currentRoute.value.query).toEqual({ places: 'wget' })
  })

  it('show text of a client as text', async () => {
    await openRequests([['203.0.113.7', '<img src=x onerror=alert(1)>']])
    expect((await rowsOf('Used from'))[0]?.[1]).toBe('<img')
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })

  it('are absent from a token that has not been used', async () => {
    await openRequests([])
    await screen.findByText('This token has not been used')
    expect(screen.queryByRole('heading', { name: 'Used from' })).not.toBeInTheDocument()
  })
})
