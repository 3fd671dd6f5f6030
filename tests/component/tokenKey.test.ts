import { screen, waitFor, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { setPendingKey } from '#src/features/api-tokens/key/pendingKey.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { click, user } from './userActions.ts'

/** Opens the key page of the token ShipFast, by default with its key, as after its creation. */
async function openKeyPage({ handedOver = true } = {}) {
  const { backend, demo } = await startBackend()
  const { token, key } = (await createToken(backend.as('admin'), { name: 'ShipFast' })).body
  if (key === null) throw new Error('Expected a key in the response')
  if (handedOver) setPendingKey({ tokenId: token.id, tokenName: token.name, key })
  await openApp({ at: `/settings/api-tokens/${token.id}/key`, as: 'admin' })
  return { backend, demo, token, key }
}

/** Adds a clipboard during this test: jsdom has none. */
function clipboardThat(writeText: (text: string) => Promise<void>) {
  const clipboard = { writeText: vi.fn(writeText) }
  replaceClipboard(clipboard)
  return clipboard.writeText
}

function replaceClipboard(value: object | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'clipboard')
  })
}

function keyField(): HTMLTextAreaElement {
  const field = screen.getByRole('textbox', { name: 'API key' })
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('Expected the key in a textarea')
  return field
}

async function leave(): Promise<void> {
  await click('button', 'Return to Token List')
}

describe('the key page', () => {
  it('redirects to the details without a key, and they say that the key cannot be shown again', async () => {
    const { token, key } = await openKeyPage({ handedOver: false })
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(location.pathname).toBe(`/settings/api-tokens/${token.id}`)
    expect(screen.getByText(/cannot be shown again/)).toBeVisible()
    expect(screen.queryByRole('textbox', { name: 'API key' })).not.toBeInTheDocument()
    expect(document.documentElement.outerHTML).not.toContain(key)
  })

  it('redirects to the details if the key belongs to another token', async () => {
    setPendingKey({ tokenId: 'tok_other', tokenName: 'Other', key: 'edesk_other' })
    await openKeyPage({ handedOver: false })
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(document.body.innerHTML).not.toContain('edesk_other')
  })

  it('shows the key once in a read-only field with a warning, and reports that to the API', async () => {
    const { token, key, backend } = await openKeyPage()
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
    expect(keyField()).toHaveValue(key)
    expect(keyField().readOnly).toBe(true)
    expect(keyField()).toHaveAttribute('spellcheck', 'false')
    expect(keyField()).toHaveAttribute('autocomplete', 'off')
    expect(screen.getByText('This is the only opportunity to copy it')).toBeVisible()
    expect(backend.requests).toContain(`POST /api/tokens/${token.id}/key-shown`)
    const stored = [Object.entries(localStorage), Object.entries(sessionStorage), history.state]
    expect(JSON.stringify(stored)).not.toContain(key)
  })

  it('says "Copied" after copying, and can then be left without confirmation', async () => {
    const writeText = clipboardThat(() => Promise.resolve())
    const { key } = await openKeyPage()
    await click('button', 'Copy')
    await screen.findByRole('button', { name: 'Copied' })
    expect(screen.getByRole('status')).toHaveTextContent('Copied')
    expect(writeText.mock.calls).toEqual([[key]])
    await leave()
    await screen.findByRole('link', { name: 'ShipFast' })
    // The list points at the new token.
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('ShipFast created'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('copies the key as a header, which counts as a copy', async () => {
    const writeText = clipboardThat(() => Promise.resolve())
    const { key } = await openKeyPage()
    await click('button', 'Authorization: Bearer …')
    await screen.findByRole('button', { name: 'Copied' })
    expect(writeText.mock.calls).toEqual([[`Authorization: Bearer ${key}`]])
  })

  it('tests the key with one click, and says who is logged in', async () => {
    const { backend } = await openKeyPage()
    await click('button', 'Test this key')
    await screen.findByText('Works: logged in as Alex Morgan')
    expect(backend.requests.filter((sent) => sent === 'GET /v1/whoami')).toHaveLength(1)
  })

  it('says why the test of the key failed', async () => {
    const { backend, token } = await openKeyPage()
    await backend.as('admin')('POST', `/api/tokens/${token.id}/pause`)
    await click('button', 'Test this key')
    await screen.findByText(/paused/)
    expect(screen.queryByText(/^Works/)).not.toBeInTheDocument()
  })

  it('leads to the new token', async () => {
    clipboardThat(() => Promise.resolve())
    const { token } = await openKeyPage()
    await click('button', 'Copy')
    await screen.findByRole('button', { name: 'Copied' })
    await click('button', 'Open the token')
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(location.pathname).toBe(`/settings/api-tokens/${token.id}`)
  })

  it('does not say "Copied" before the clipboard has the key', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    clipboardThat(() => promise)
    await openKeyPage()
    await click('button', 'Copy')
    await flushPromises()
    expect(screen.getByRole('status').textContent).toBe('')
    resolve(undefined)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'))
  })

  it.each([
    ['rejects the text', () => clipboardThat(() => Promise.reject(new Error('NotAllowedError')))],
    ['is missing', () => replaceClipboard(undefined)],
  ])(
    'selects the key and explains how to copy it by keyboard: the clipboard %s',
    async (_case, breakClipboard) => {
      breakClipboard()
      const { key } = await openKeyPage()
      await click('button', 'Copy')
      expect(await screen.findByRole('alert')).toHaveTextContent('Ctrl+C')
      await waitFor(() => expect(keyField()).toHaveFocus())
      const { selectionStart, selectionEnd } = keyField()
      expect([selectionStart, selectionEnd]).toEqual([0, key.length])
      expect(screen.getByRole('status').textContent).toBe('')
      expect(screen.queryByText(/^Copied/)).not.toBeInTheDocument()
      expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible()
    },
  )

  it('accepts a copy of the whole key by keyboard, but not a copy of a part', async () => {
    await openKeyPage()
    const { length } = keyField().value
    for (const [start, end] of [
      [0, length - 1],
      [1, length],
    ] as const) {
      keyField().setSelectionRange(start, end)
      keyField().dispatchEvent(new Event('copy'))
      await flushPromises()
      expect(screen.getByRole('status').textContent).toBe('')
    }
    keyField().select()
    keyField().dispatchEvent(new Event('copy'))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'))
  })

  it('asks for confirmation if the key was not copied, and wipes the field on leaving', async () => {
    const { key } = await openKeyPage()
    const name = 'Leave without copying the key?'
    await leave()
    const dialog = within(await screen.findByRole('dialog', { name }))
    await user.click(dialog.getByRole('button', { name: 'Stay' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const field = keyField()
    expect(field).toHaveValue(key)
    await leave()
    await user.click(
      within(await screen.findByRole('dialog', { name })).getByRole('button', { name: 'Leave' }),
    )
    await screen.findByRole('link', { name: 'ShipFast' })
    expect(field.isConnected).toBe(false)
    expect(field).toHaveValue('')
    expect(document.documentElement.outerHTML).not.toContain(key)
  })

  it('wipes the field on pagehide', async () => {
    await openKeyPage()
    const field = keyField()
    window.dispatchEvent(new Event('pagehide'))
    expect(field).toHaveValue('')
  })
})
