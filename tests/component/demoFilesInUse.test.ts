import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openBesideDemo, refuseClipboard } from './openBesideDemo.ts'
import { click, user } from './userActions.ts'

const list = '/settings/api-tokens'

/** Imports a text as a file, as somebody would choose it. */
async function importText(text: string): Promise<void> {
  const file = new File([text], 'report.json', { type: 'application/json' })
  await user.upload(screen.getByLabelText('Import'), file)
}

describe('“Copy link”', () => {
  it('gives the address to copy by hand where the clipboard refuses', async () => {
    refuseClipboard()
    await openBesideDemo({ scenario: 'just-connected', at: '/tickets' })
    await click('button', 'Copy link')
    const field = await screen.findByRole<HTMLInputElement>('textbox', {
      name: /cannot be used here/,
    })
    expect(field.value).toMatch(/\/tickets\?demo=just-connected/)
    // All of it is selected, so that the keyboard's Copy takes it.
    await waitFor(() => expect(field.selectionEnd).toBe(field.value.length))
    expect(field.selectionStart).toBe(0)
  })
})

describe('an imported file', () => {
  it('can be replayed, which says what came out differently', async () => {
    const { backend, demo } = await openBesideDemo({ scenario: 'just-connected', at: '/tickets' })
    await backend.addToken({ name: 'Made here' })
    const file = await demo.export()
    const exchanges = file.exchanges.map((exchange) =>
      exchange.operation === 'createToken' ? { ...exchange, status: 200 } : exchange,
    )
    await importText(JSON.stringify({ ...file, exchanges }))
    await click('button', 'Replay')
    const panel = screen.getByRole('complementary', { name: 'Demo panel' })
    await waitFor(() => expect(panel).toHaveTextContent('1 came out differently'))
    expect(panel).toHaveTextContent('POST /api/tokens: 200 then, 201 now')
  })

  it.each([
    ['{"format": ', 'It is no JSON'],
    ['{"format": "other"}', 'no file that a demo was exported to'],
  ])('that is none is refused in words, and nothing changes: %s', async (text, words) => {
    const { backend, sees } = await openBesideDemo({ scenario: 'just-connected', at: list })
    await screen.findByText('ShipFast')
    await importText(text)
    await sees.alert(words)
    expect(screen.getByText('ShipFast')).toBeVisible()
    expect(await backend.tokens()).toHaveLength(1)
  })
})
