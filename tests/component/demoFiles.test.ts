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
      name: /cannot be used here/,
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
    await waitFor(() => expect(panel).toHaveTextContent('1 came out differently'))
    expect(panel).toHaveTextContent('POST /api/tokens: 200 then, 201 now')
  })

  it.each([
    ['{"format": ', 'It is no JSON'],
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
