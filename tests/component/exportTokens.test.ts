import { screen, waitFor } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'
import { generate } from '../support/tokens.ts'
import { address, box, button, names, startWithManyTokens, toolbar } from './tokenListQueries.ts'
import { captureDownloads } from './captureDownloads.ts'
import { user } from './userActions.ts'

describe('the exported token list', () => {
  it('contains all matching tokens of all pages, without keys and without formulas', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(120)
    await generate(backend.as('admin'), { name: '=cmd|token', description: 'a,\n"b"' })
    await openApp({ at: `${address}?search=token`, as: 'admin' })
    await names()
    await user.click(button('Export inventory'))
    await waitFor(() => expect(files).toHaveLength(1))
    const [file] = files
    expect(file?.name).toBe('api-tokens-2026-11-24.csv')
    const text = (await file?.blob.text()) ?? ''
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(123)
    expect(lines[0]).toContain('Name,Description,Status,Access,Features,Key ends in')
    expect(text).toContain(`'=cmd|token,"a,\n""b""",Active,Read-only,`)
    expect(text).not.toMatch(/edesk_|[0-9a-f]{64}/)
    expect(screen.getByRole('status')).toHaveTextContent('121 tokens were exported')
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

  it('is not saved if a page fails to load, and the error is shown', async () => {
    const files = captureDownloads()
    const { backend } = await startWithManyTokens(120)
    await openApp({ at: address, as: 'admin' })
    await names()
    backend.network.use(http.get('*/api/tokens', () => HttpResponse.error(), { once: true }))
    await user.click(button('Export inventory'))
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no file. Try again.')
    expect(files).toEqual([])
  })
})
