import { screen, waitFor } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { address, box, button, names, startWithManyTokens, toolbar } from './tokenListQueries.ts'
import { captureDownloads } from './captureDownloads.ts'
import { user } from './userActions.ts'

async function rowsOf(file: { blob: Blob } | undefined): Promise<string[][]> {
  const lines = ((await file?.blob.text()) ?? '').split('\r\n')
  return lines.slice(1, -1).map((line) => line.split(','))
}

describe('the exported token list', () => {
  it('contains all matching tokens of all pages, without keys and without formulas', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(120)
    await createToken(backend.as('admin'), { name: '=cmd|token', description: 'a,\n"b"' })
    await openApp({ at: `${address}?search=token`, as: 'admin' })
    await names()
    await user.click(button('Export CSV'))
    await waitFor(() => expect(files).toHaveLength(1))
    const [file] = files
    expect(file?.name).toBe('api-tokens-2026-11-24.csv')
    const text = (await file?.blob.text()) ?? ''
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(123)
    expect(lines[0]).toContain('Name,Description,Status,Access,Features,Key ends in')
    expect(text).toContain(`'=cmd|token,"a,\n""b""",Active,Read-only,`)
    expect(lines[0]).toMatch(/Places,Last address,Last program$/)
    expect(text).not.toMatch(/edesk_|[0-9a-f]{64}/)
    expect(screen.getByRole('status')).toHaveTextContent('121 tokens were exported')
  })

  it('has the number of places that a token is used from, and the last one', async () => {
    const files = captureDownloads()
    const { backend } = await startBackend()
    const { body } = await createToken(backend.as('admin'), { name: 'ShipFast' })
    await createToken(backend.as('admin'), { name: 'Unused' })
    const headers = { Authorization: `Bearer ${body.key ?? ''}` }
    for (const client of ['curl/8.5.0', 'python-requests/2.31.0']) {
      const sent = { headers: { ...headers, 'User-Agent': client }, address: '203.0.113.7' }
      await backend.send({ method: 'GET', path: '/v1/whoami', ...sent })
    }
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(button('Export CSV'))
    await waitFor(() => expect(files).toHaveLength(1))
    const lines = ((await files[0]?.blob.text()) ?? '').split('\r\n')
    const ends = lines.slice(1, -1).map((line) => /,(\d+,[^,]*,[^,]*)$/.exec(line)?.[1])
    expect(ends.sort()).toEqual(['0,,', "2,'203.0.113.7,Python requests 2.31"])
  })

  it('can contain only the selected tokens', async () => {
    const files = captureDownloads()
    await startWithManyTokens(5)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select Token 2'))
    await user.click(box('Select Token 4'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Export' }))
    await waitFor(() => expect(files).toHaveLength(1))
    const lines = ((await files[0]?.blob.text()) ?? '').split('\r\n')
    const exported = lines.slice(1, -1).map((line) => line.split(',')[0])
    expect(exported.sort()).toEqual(['Token 2', 'Token 4'])
  })

  it('has exactly the tokens of the list if some are deleted and created meanwhile', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(250)
    await openApp({ at: address, as: 'admin' })
    await names()
    const ids = (await backend.tokens()).map(({ id }) => id)
    const admin = backend.as('admin')
    let calls = 0
    backend.network.use(
      http.post('*/api/token-lookups', async () => {
        calls += 1
        if (calls !== 2) return
        // One that was read already, one that was not, and one that the first list of ids lacks.
        await admin('DELETE', '/api/tokens/tok_2')
        await admin('DELETE', `/api/tokens/${ids.findLast((id) => id.startsWith('tok_2')) ?? ''}`)
        await createToken(admin, { name: 'Brand new' })
      }),
    )
    await user.click(button('Export CSV'))
    await waitFor(() => expect(files).toHaveLength(1), { timeout: 5_000 })
    const exported = (await rowsOf(files[0])).map(([name]) => name)
    const stored = (await backend.tokens()).map(({ name }) => name)
    expect(stored).toHaveLength(249)
    expect(exported.toSorted()).toEqual(stored.toSorted())
    expect(screen.getByRole('status')).toHaveTextContent('249 tokens were exported')
  })

  it('keeps selected tokens that no longer match the filter, and lacks deleted ones', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(4)
    await openApp({ at: `${address}?status=active`, as: 'admin' })
    await names()
    await user.click(box('Select Token 2'))
    await user.click(box('Select Token 3'))
    await user.click(box('Select Token 4'))
    const bar = await toolbar()
    const admin = backend.as('admin')
    await admin('POST', '/api/tokens/tok_2/pause')
    await admin('DELETE', '/api/tokens/tok_4')
    await user.click(await bar.findByRole('button', { name: 'Export' }))
    await waitFor(() => expect(files).toHaveLength(1))
    const exported = (await rowsOf(files[0])).map(([name, , status]) => `${name} ${status}`)
    expect(exported.sort()).toEqual(['Token 2 Paused', 'Token 3 Active'])
  })

  it("has today's date of the business in its name", async () => {
    const files = captureDownloads()
    const { demo } = await startWithManyTokens(1)
    // In Dublin it is already the 16th.
    await demo.setView({ now: '2027-07-15T23:30:00Z' })
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(button('Export CSV'))
    await waitFor(() =>
      expect(files.map(({ name }) => name)).toEqual(['api-tokens-2027-07-16.csv']),
    )
  })

  it('is not saved if a page fails to load, and the error is shown', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(120)
    await openApp({ at: address, as: 'admin' })
    await names()
    backend.network.use(
      http.post('*/api/token-lookups', () => HttpResponse.error(), { once: true }),
    )
    await user.click(button('Export CSV'))
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no file. Try again.')
    expect(files).toEqual([])
  })
})
