import { screen, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click, fill, user } from './userActions.ts'
import {
  field,
  look,
  lookButton,
  mistyped,
  openPage,
  partOf,
  results,
  strange,
  told,
} from './leakedKeysPage.ts'

describe('searching a text for keys', () => {
  it('shows the tokens of the keys, and moves the focus to the result', async () => {
    const { key, otherKey } = await openPage()
    await look(`first "${key}", then ${otherKey}; ${key}`)
    await results('2 keys found')
    const names = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)
    expect(names).toEqual(['ShipFast', 'Ledgerly'])
    const part = await partOf('ShipFast')
    expect(part.getByText('Full Access')).toBeVisible()
    expect(part.getByText('Active')).toBeVisible()
    expect(part.getByText('Never used')).toBeVisible()
    expect(part.getByText(`edesk_…${key.slice(-4)}`)).toBeVisible()
    const { href } = part.getByRole<HTMLAnchorElement>('link', { name: 'ShipFast' })
    expect(href).toMatch(/\/settings\/api-tokens\/tok_/)
  })

  it('distinguishes keys of unknown tokens from mistyped keys', async () => {
    const { key } = await openPage()
    await look(`${strange} ${mistyped} ${key.slice(0, 30)}`)
    await results('1 key found')
    expect(screen.getByRole('heading', { name: '1 key that isn’t yours' })).toBeVisible()
    expect(screen.getByText(/It belongs to a deleted token/)).toBeVisible()
    expect(screen.getByRole('heading', { name: '2 incomplete keys' })).toBeVisible()
    expect(screen.getByText(/These keys were mistyped or cut off/)).toBeVisible()
    expect(screen.getByText('30 of 42 characters')).toBeVisible()
    expect(screen.getByText('Right length, wrong character')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Delete token' })).not.toBeInTheDocument()
  })

  it('says if the text contains no key', async () => {
    const { backend } = await openPage()
    await look('nothing but edesk_world')
    await results('No key found')
    expect(screen.getByText(/A key has 42 characters/)).toBeVisible()
    expect(backend.requests).not.toContain('POST /api/found-keys')
  })

  it('asks for a text if there is none', async () => {
    await openPage()
    await user.click(lookButton())
    await waitFor(() => expect(field()).toHaveAttribute('aria-invalid', 'true'))
    screen.getByRole('textbox', { description: /Paste text that contains a key, or choose/ })
    expect(field()).toHaveFocus()
    await fill(field(), 'x')
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBeNull())
  })

  it('keeps the text if the request fails, and can retry', async () => {
    const { key, backend } = await openPage()
    backend.network.use(
      http.post('*/api/found-keys', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await look(key)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Something went wrong at eDesk')
    await waitFor(() => expect(document.activeElement?.contains(alert)).toBe(true))
    expect(field()).toHaveValue(key)
    await click('button', 'Retry')
    await results('1 key found')
  })

  it('shows the progress until the response arrives, and can be stopped', async () => {
    const { key, backend } = await openPage()
    backend.network.use(http.post('*/api/found-keys', () => new Promise<never>(() => undefined)))
    await look(key)
    await screen.findByRole('progressbar', { name: /Looking for keys/ })
    await click('button', 'Stop')
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument())
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue(key)
  })
})

it('keeps the text if the session has ended, and continues after a new log-in', async () => {
  const { key, backend } = await openPage()
  const ended = { type: '/problems/not-logged-in', title: 'Not logged in', status: 401 }
  backend.network.use(
    http.post('*/api/found-keys', () => HttpResponse.json(ended, { status: 401 }), { once: true }),
  )
  await look(key)
  const dialog = within(await screen.findByRole('dialog', { name: 'You have been logged out' }))
  expect(field()).toHaveValue(key)
  await fill(dialog.getByRole('textbox', { name: 'Email' }), 'admin@example.com')
  await fill(dialog.getByLabelText('Password'), 'edesk-demo')
  await user.click(dialog.getByRole('button', { name: 'Log in' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await click('button', 'Retry')
  await results('1 key found')
})

describe('the data of the search', () => {
  it('leaves the page only as hashes, without any part of the text', async () => {
    const { key, otherKey, router } = await openPage()
    const sent: string[] = []
    const send = globalThis.fetch
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init)
      sent.push(`${request.url} ${JSON.stringify([...request.headers])}`)
      sent.push(await request.clone().text())
      return send(request)
    })
    await look(`secret words around ${key}\nand ${otherKey} and ${mistyped}`)
    await results('2 keys found')
    await user.click((await partOf('ShipFast')).getByRole('button', { name: 'Pause token' }))
    await told('ShipFast is paused')

    const hashes = await Promise.all([key, otherKey].map(sha256))
    expect(sent).toContain(JSON.stringify({ hashes }))
    const stored = [Object.entries(localStorage), Object.entries(sessionStorage), history.state]
    const allText = [...sent, JSON.stringify(stored), router.currentRoute.value.fullPath].join('\n')
    for (const text of [key, otherKey, mistyped]) {
      for (let at = 6; at < text.length - 12; at += 1) {
        expect(allText).not.toContain(text.slice(at, at + 12))
      }
    }
    expect(allText).not.toContain('secret words')
    vi.restoreAllMocks()
  })

  it('is wiped when the user leaves the page, and before it enters the back/forward cache', async () => {
    const { key, goTo } = await openPage()
    const previousField = field()
    await fill(previousField, key)
    window.dispatchEvent(new Event('pagehide'))
    expect(previousField.value).toBe('')
    await fill(previousField, key)
    await goTo('/settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    expect(previousField.value).toBe('')
    await goTo('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(field()).toHaveValue('')
  })
})

it('is linked from the token list, even if it is empty', async () => {
  await startBackend()
  await openApp({ at: '/settings/api-tokens', as: 'admin' })
  await click('link', 'Found a key?')
  const heading = await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
  await waitFor(() => expect(heading).toHaveFocus())
})

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}
