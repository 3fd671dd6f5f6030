import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openWithDemoPanel, refuseClipboard } from './openWithDemoPanel.ts'
import { click, user } from './userActions.ts'

const list = '/settings/api-tokens'

/** Chooses a file with this text for the import. */
async function importText(text: string): Promise<void> {
  const file = new File([text], 'report.json', { type: 'application/json' })
  await user.upload(screen.getByLabelText('Import'), file)
}

describe('“Copy link”', () => {
  it('shows the link for copying by hand if the clipboard rejects it', async () => {
    refuseClipboard()
    await openWithDemoPanel({ scenario: 'just-connected', at: '/tickets' })
    await click('button', 'Copy link')
    const field = await screen.findByRole<HTMLInputElement>('textbox', {
      name: /refused access to the clipboard/,
    })
    expect(field.value).toMatch(/\/tickets\?demo=just-connected/)
    // The whole link is selected, so that the copy shortcut copies it.
    await waitFor(() => expect(field.selectionEnd).toBe(field.value.length))
    expect(field.selectionStart).toBe(0)
  })
})

describe('an imported file', () => {
  it('can be replayed, and the replay lists the differences', async () => {
    const { backend, demo } = await openWithDemoPanel({
      scenario: 'just-connected',
      at: '/tickets',
    })
    await backend.addToken({ name: 'Made here' })
    const file = await demo.export()
    const exchanges = file.exchanges.map((exchange) =>
      exchange.operation === 'createToken' ? { ...exchange, status: 200 } : exchange,
    )
    await importText(JSON.stringify({ ...file, exchanges }))
    await click('button', 'Replay')
    const panel = screen.getByRole('complementary', { name: 'Demo panel' })
    await waitFor(() => expect(panel).toHaveTextContent('Different results: 1'))
    expect(panel).toHaveTextContent('POST /api/tokens: expected 200, got 201')
  })

  it.each([
    ['{"format": ', 'The file is not valid JSON'],
    ['{"format": "other"}', 'not a demo export'],
  ])('is rejected with an explanation, and changes nothing: %s', async (text, words) => {
    const { backend, sees } = await openWithDemoPanel({ scenario: 'just-connected', at: list })
    await screen.findByText('ShipFast')
    await importText(text)
    await sees.alert(words)
    expect(screen.getByText('ShipFast')).toBeVisible()
    expect(await backend.tokens()).toHaveLength(1)
  })
})
