import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { containsKey } from '#src/shared/keysInText.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { keyDisguises } from '../support/keyDisguises.ts'
import { reachableTexts } from '../support/reachableTexts.ts'
import { createToken } from '../support/tokens.ts'
import { address } from './tokenListQueries.ts'
import { transfer } from './leakedKeysPage.ts'
import { click, fill, user } from './userActions.ts'

const strange = keyOf('many', 'Nobody’s')
const searchField = () => screen.getByRole('searchbox', { name: 'Search tokens' })

/** All addresses that were requested or shown. */
const addresses: string[] = []

beforeEach(() => {
  addresses.length = 0
  for (const method of ['pushState', 'replaceState'] as const) {
    const change = history[method].bind(history)
    vi.spyOn(history, method).mockImplementation((state, unused, url) => {
      addresses.push(`${url} ${JSON.stringify(state)}`)
      change(state, unused, url)
    })
  }
})

async function start() {
  const { backend } = await startBackend()
  const { body } = await createToken(backend.as('admin'), { name: 'ShipFast' })
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    addresses.push(request.url, await request.clone().text())
    return send(request)
  })
  return { backend, key: body.key ?? '', id: body.token.id }
}

async function openList(query = '') {
  const started = await start()
  await openApp({ at: `${address}${query}`, as: 'admin' })
  await screen.findByRole('searchbox')
  addresses.length = 0
  return started
}

async function showsToken(id: string): Promise<void> {
  const sentence = await screen.findByText(/is the key of/)
  const link = within(sentence).getByRole<HTMLAnchorElement>('link', { name: 'ShipFast' })
  expect(link.href).toMatch(new RegExp(`/${id}$`))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('whole API key'))
}

function expectSecrecy(): void {
  expect(addresses.filter(containsKey)).toEqual([])
  const kept = [Object.entries(localStorage), Object.entries(sessionStorage), history.state]
  expect(containsKey(JSON.stringify([kept, location.href]))).toBe(false)
  expect(containsKey(document.documentElement.outerHTML)).toBe(false)
  for (const field of document.querySelectorAll('input'))
    expect(containsKey(field.value)).toBe(false)
  expect([...reachableTexts()].filter(containsKey), 'reachable texts').toEqual([])
}

describe('a key in the search of the list', () => {
  it('is looked up by its hash, and neither sent nor put into the address', async () => {
    const { key, id } = await openList()
    await fill(searchField(), key)
    await showsToken(id)
    expect(location.search).toBe('')
    expect(searchField()).toHaveValue('')
    expectSecrecy()
  })

  it.each([
    ['within a line of a log', (key: string) => `POST /v1 Authorization: Bearer ${key}; 401`],
    ['in quotes', (key: string) => ` "${key}"\n`],
    ['percent-encoded', keyDisguises['percent-encoded'] ?? String],
    ['in Base64', keyDisguises['in Base64'] ?? String],
  ])('is recognised %s', async (_how, disguise) => {
    const { key, id } = await openList()
    await fill(searchField(), disguise(key))
    await showsToken(id)
    expectSecrecy()
  })

  it.each(['paste', 'drop'] as const)('is recognised in a long text after a %s', async (event) => {
    const { key, id } = await openList()
    const data = transfer(`${'a line of a log\n'.repeat(100)}${key}`)
    const isAllowed =
      event === 'paste'
        ? fireEvent.paste(searchField(), { clipboardData: data })
        : fireEvent.drop(searchField(), { dataTransfer: data })
    expect(isAllowed, 'default action').toBe(false)
    await showsToken(id)
    expectSecrecy()
    expect(fireEvent.paste(searchField(), { clipboardData: transfer('ship') })).toBe(true)
  })

  it('is recognised while it is typed, before the search', async () => {
    const { key, id } = await openList()
    await user.type(searchField(), key.slice(0, 20))
    await screen.findByText(/part of an API key/)
    expect(searchField()).toHaveValue(key.slice(0, 20))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await user.keyboard('{Enter}')
    expect(location.search).toBe('')
    await user.type(searchField(), key.slice(20))
    await showsToken(id)
    expectSecrecy()
  })

  it('of no token of the business leads to the search for leaked keys', async () => {
    await openList()
    await fill(searchField(), strange)
    const sentence = await screen.findByText(
      /whole API key, but it doesn’t belong to your business/,
    )
    expect(sentence).toHaveTextContent(`edesk_…${strange.slice(-4)}`)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('whole API key'))
    const hint = await screen.findByText(/If someone else may have seen it/)
    expect(within(hint).getByRole('link', { name: 'Found a key?' })).toBeVisible()
    expectSecrecy()
  })

  it('is treated alike if it is mistyped', async () => {
    const { key } = await openList()
    await fill(searchField(), `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`)
    await screen.findByText(/whole API key, but it doesn’t belong to your business/)
    expect(searchField()).toHaveValue('')
    expectSecrecy()
  })

  it('clears the search before it, and a new search hides the key', async () => {
    const { key, id } = await openList('?search=ship')
    await fill(searchField(), key)
    await showsToken(id)
    await waitFor(() => expect(location.search).toBe(''))
    await fill(searchField(), 'fast')
    await waitFor(() => expect(location.search).toBe('?search=fast'))
    expect(screen.queryByText(/is the key of/)).not.toBeInTheDocument()
  })

  it('can be looked up again after an error', async () => {
    const { key, id, backend } = await openList()
    backend.network.use(
      http.post('*/api/found-keys', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await fill(searchField(), key)
    await click('button', 'Retry')
    await showsToken(id)
  })

  it('is not confused with names and endings', async () => {
    const { key } = await openList()
    for (const text of ['edesk_prod', key.slice(-4)]) {
      await fill(searchField(), text)
      await waitFor(() => expect(location.search).toBe(`?search=${text}`))
    }
  })
})

describe('a key in an address', () => {
  it.each([
    ['the search', (key: string) => `${address}?search=${key}&sort=name`],
    ['the search, encoded', (key: string) => `${address}?sort=name&search=%25${hex(key)}`],
    ['another parameter', (key: string) => `${address}?${key}=1&sort=name`],
    ['the path', (key: string) => `${address}/${key}/replace?sort=name`],
    ['the fragment', (key: string) => `${address}?sort=name#${key}`],
  ])('is removed from %s, and looked up', async (_where, addressOf) => {
    const { key, id } = await start()
    const { router } = await openApp({ at: addressOf(key), as: 'admin' })
    await showsToken(id)
    expect(router.currentRoute.value.fullPath).toBe(`${address}?sort=name`)
    expect(location.href).toMatch(/\/settings\/api-tokens\?sort=name$/)
    // The first entry is the link itself, which the test opens.
    addresses.shift()
    expectSecrecy()
  })

  it('is removed on every other page, which says so', async () => {
    const { key } = await start()
    await openApp({ at: `/tickets?page=1&token=${key}`, as: 'admin' })
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('removed from the address'),
    )
    expect(location.search).toBe('?page=1')
  })

  it('is removed before the log-in, and looked up after it', async () => {
    const { key, id } = await start()
    await openApp({ at: `${address}?search=${key}`, as: 'nobody' })
    await fill(await screen.findByRole('textbox', { name: 'Email' }), 'admin@example.com')
    expect(location.search).toBe(`?returnTo=${address}`)
    await fill(screen.getByLabelText('Password'), 'edesk-demo')
    await click('button', 'Log in')
    await showsToken(id)
  })

  it('is removed when the user goes back to it', async () => {
    const { key } = await start()
    const { router } = await openApp({ at: address, as: 'admin' })
    await router.push(`${address}/activity?by=${key}`)
    expect(router.currentRoute.value.fullPath).toBe(`${address}/activity`)
    history.pushState({}, '', `${address}/activity?token=${key}`)
    history.pushState({}, '', address)
    history.back()
    await waitFor(() => expect(location.pathname).toBe(`${address}/activity`))
    await waitFor(() => expect(location.search).toBe(''))
  })
})

function hex(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16)).join('%25')
}
