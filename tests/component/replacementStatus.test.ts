import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerMinute } from '#src/shared/time.ts'

import { createToken } from '../support/tokens.ts'
import { click, user } from './userActions.ts'

type Schemas = components['schemas']

/** Replaces the token ShipFast after a minute, and opens the page of the old or the new token. */
async function openPair(shown: 'old' | 'new') {
  const { backend, demo } = await startBackend()
  const otherAdmin = backend.as('robin.field@example.com')
  const first = (await createToken(otherAdmin, { name: 'ShipFast' })).body
  await advance(60)
  const { body } = await otherAdmin('POST', `/api/tokens/${first.token.id}/replacement`, {
    headers: { 'Idempotency-Key': 'the-place-of-shipfast' },
    body: { accessLevel: 'read_only', keepOldKey: 'hour' },
  })
  const second = body as Schemas['CreatedToken']
  const keys = { old: first.key ?? '', new: second.key ?? '' }
  const ids = { old: first.token.id, new: second.token.id }

  async function advance(seconds: number): Promise<void> {
    await demo.setView({ advance: seconds * 1000 })
  }

  async function use(which: 'old' | 'new'): Promise<number> {
    const headers = { Authorization: `Bearer ${keys[which]}` }
    const { status } = await backend.as('nobody')('GET', '/v1/whoami', { headers })
    announceChange()
    return status
  }

  const { router } = await openApp({ at: `/settings/api-tokens/${ids[shown]}`, as: 'admin' })
  await screen.findByRole('region', { name: shown === 'old' ? 'Being replaced' : 'Replaces' })
  return { backend, demo, otherAdmin, ids, router, advance, use }
}

const pair = () => within(screen.getByRole('region', { name: /^(Being replaced|Replaces)$/ }))

async function expectPair(text: RegExp): Promise<void> {
  await waitFor(() =>
    expect(screen.getByRole('region', { name: /^(Being replaced|Replaces)$/ }).textContent).toMatch(
      text,
    ),
  )
}

describe('a token that is being replaced, and its replacement', () => {
  it('both show until when the old key works, and link to each other', async () => {
    const { ids, router } = await openPair('old')
    const oldName = /^ShipFast \(old key …/
    await screen.findByRole('heading', { level: 1, name: oldName })
    await expectPair(/old key works until Tue, Nov 24, 2026, 10:01\sAM\./)
    expect(screen.queryByRole('button', { name: 'Replace token' })).not.toBeInTheDocument()
    await user.click(pair().getByRole('link', { name: 'ShipFast' }))
    await screen.findByRole('region', { name: 'Replaces' })
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(router.currentRoute.value.params).toEqual({ tokenId: ids.new })
    expect(pair().getByRole('link', { name: oldName })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Replace token' })).toBeVisible()
  })

  it('show which key is in use, and update it', async () => {
    const { advance, use } = await openPair('new')
    await expectPair(/Neither key has been used/)
    await advance(60)
    await use('old')
    await expectPair(
      /The old key is still in use: last used just now.*The new one has not been used yet/,
    )
    await advance(180)
    await use('new')
    await expectPair(/The new key was used just now.*, the old one last 3 minutes ago/)
    await advance(120)
    await use('old')
    await expectPair(
      /The old key is still in use: last used just now.*The new one was used 2 minutes ago/,
    )
  })

  it('ignore uses of the old key before the replacement', async () => {
    const { backend, demo } = await startBackend()
    const otherAdmin = backend.as('robin.field@example.com')
    const { token, key } = (await createToken(otherAdmin, { name: 'ShipFast' })).body
    const send = (bearer: string | null) =>
      backend.as('nobody')('GET', '/v1/whoami', { headers: { Authorization: `Bearer ${bearer}` } })
    await send(key)
    await demo.setView({ advance: msPerMinute })
    const { body } = await otherAdmin('POST', `/api/tokens/${token.id}/replacement`, {
      headers: { 'Idempotency-Key': 'the-place-of-shipfast' },
      body: { accessLevel: 'read_only', keepOldKey: 'hour' },
    })
    await send((body as Schemas['CreatedToken']).key)
    await demo.setView({ advance: 180_000 })
    await openApp({ at: `/settings/api-tokens/${token.id}`, as: 'admin' })
    await screen.findByRole('region', { name: 'Being replaced' })
    await expectPair(/The new key was used 3 minutes ago.*, the old one not since/)
  })

  it('say that the old key has stopped after its expiration', async () => {
    const { advance } = await openPair('new')
    await advance(3_700)
    announceChange()
    await expectPair(/The old key has stopped working: Tue, Nov 24, 2026, 10:01\sAM/)
    await user.click(pair().getByRole('button', { name: 'Retire the old key' }))
    const dialog = await screen.findByRole('dialog', { name: 'Retire the old key of ShipFast?' })
    expect(dialog).toHaveTextContent('The old key no longer works.')
    expect(dialog.textContent).not.toContain('can’t work with eDesk')
  })
})

describe('retiring the old key', () => {
  async function askToRetire() {
    await user.click(pair().getByRole('button', { name: 'Retire the old key' }))
    return within(await screen.findByRole('dialog', { name: 'Retire the old key of ShipFast?' }))
  }

  it('opens a dialog with the reasons against it', async () => {
    const { use, backend } = await openPair('new')
    await use('old')
    await expectPair(/still in use/)
    const dialog = await askToRetire()
    dialog.getByText(/^The old key was last used/)
    dialog.getByText(/The new key has never been used\. ShipFast can’t work with eDesk/)
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(backend.requests.filter((sent) => sent.endsWith('/retirement'))).toEqual([])
  })

  it('warns if the new token is paused, because no key would work', async () => {
    const { use, otherAdmin, ids } = await openPair('new')
    await use('new')
    await otherAdmin('POST', `/api/tokens/${ids.new}/pause`)
    announceChange()
    await screen.findByRole('button', { name: 'Resume token' })
    const dialog = await askToRetire()
    dialog.getByText(/The new token is paused\. ShipFast can’t work with eDesk until you resume/)
  })

  it('warns if the new key has expired before the old one', async () => {
    const { use, otherAdmin, ids, advance } = await openPair('new')
    await use('new')
    await otherAdmin('PATCH', `/api/tokens/${ids.new}`, {
      headers: { 'If-Match': '*' },
      body: { expiresAt: '2026-11-24T09:30:00Z' },
    })
    await advance(1_800)
    announceChange()
    await screen.findAllByText('Expired')
    const dialog = await askToRetire()
    dialog.getByText(
      /The new key has expired\. Without the old key, ShipFast can’t work with eDesk/,
    )
  })

  it('stops the old key, says so, and keeps the focus on the page of the new token', async () => {
    const { use } = await openPair('new')
    await use('new')
    await expectPair(/The new key was used/)
    const dialog = await askToRetire()
    dialog.getByText(/^The new key was last used/)
    await user.click(dialog.getByRole('button', { name: 'Retire the old key' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('The old key of ShipFast was retired'),
    )
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Replaces' })).not.toBeInTheDocument(),
    )
    await waitFor(() => expect(document.activeElement?.textContent.trim()).toBe('ShipFast'))
    expect([await use('old'), await use('new')]).toEqual([403, 200])
  })

  it('leads from the page of the old token to the new one', async () => {
    const { router, ids } = await openPair('old')
    const dialog = await askToRetire()
    await user.click(dialog.getByRole('button', { name: 'Retire the old key' }))
    await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    expect(router.currentRoute.value.params).toEqual({ tokenId: ids.new })
    // The page shows the current state of the new token.
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Replaces' })).not.toBeInTheDocument()
  })

  it('shows an error and changes nothing if another Admin deleted the new token meanwhile', async () => {
    const { otherAdmin, ids } = await openPair('old')
    const dialog = await askToRetire()
    await otherAdmin('DELETE', `/api/tokens/${ids.new}`)
    await user.click(dialog.getByRole('button', { name: 'Retire the old key' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('no longer being replaced')
    expect((await otherAdmin('GET', `/api/tokens/${ids.old}`)).status).toBe(200)
  })
})

describe('deleting a token of a replacement', () => {
  it('says that the old key works on if the new token is deleted, and leaves it', async () => {
    const { otherAdmin, ids } = await openPair('new')
    await click('button', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    dialog.getByText(
      /^Its old key ShipFast \(old key …\w{4}\) keeps working until .*, 10:01\sAM \(Ireland Time\)\.$/,
    )
    expect(dialog.getByRole('checkbox', { name: 'Delete the old key too' })).not.toBeChecked()
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByRole('heading', { level: 1, name: 'API Tokens' })
    const { body } = await otherAdmin('GET', `/api/tokens/${ids.old}`)
    expect(body).toMatchObject({ expiresAt: '2026-11-24T10:01:00.000Z', replacedBy: null })
  })

  it('can delete the old key together with the new token', async () => {
    const { backend, otherAdmin, ids } = await openPair('new')
    await click('button', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Delete the old key too' }))
    const sent = backend.requests.length
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await screen.findByText('ShipFast and its old key were deleted')
    expect(backend.requests.slice(sent)[0]).toBe('POST /api/token-batches')
    for (const id of [ids.old, ids.new]) {
      expect((await otherAdmin('GET', `/api/tokens/${id}`)).status).toBe(404)
    }
  })

  it('says that the new key continues to work if the old token is deleted', async () => {
    await openPair('old')
    await click('button', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: /^Delete ShipFast \(old/ }))
    dialog.getByText('The new key of ShipFast keeps working.')
  })
})
