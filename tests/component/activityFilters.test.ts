import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'

import { openApp } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import { address, choose, rows, startWithActivity, table } from './activityPage.ts'
import { captureDownloads } from './captureDownloads.ts'
import { click, user } from './userActions.ts'

describe('the filters of the activity', () => {
  const filters = () => within(screen.getByRole('group', { name: 'Filters' }))
  const tokenField = () => filters().getByRole('combobox', { name: 'Token' })
  const day = (name: 'From' | 'To') => filters().getByLabelText(name)
  const enterDay = (name: 'From' | 'To', value: string) =>
    fireEvent.input(day(name), { target: { value } })

  async function openActivity(query = '') {
    const opened = await openApp({ at: `${address}${query}`, as: 'admin' })
    await table()
    return { ...opened, query: () => opened.router.currentRoute.value.query }
  }

  it('choose a token by its name, also a deleted one', async () => {
    const { old } = await startWithActivity()
    const { query } = await openActivity()
    await user.type(tokenField(), 'ship')
    const options = await screen.findAllByRole('option', { name: /^ShipFast/ })
    expect(options.map(({ textContent }) => textContent.trim())).toEqual([
      expect.stringMatching(/^ShipFast\s*…\w{4} · Deleted$/),
      expect.stringMatching(/^ShipFast EU\s*…\w{4}$/),
    ])
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(query()).toEqual({ token: old }))
    expect(tokenField()).toHaveFocus()
    await waitFor(() => expect(tokenField()).toHaveValue('ShipFast EU'))
    await user.clear(tokenField())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(query()).toEqual({}))
  })

  it('say that no token has the name, and take back what names none', async () => {
    await startWithActivity()
    const { query } = await openActivity()
    await user.click(tokenField())
    await user.paste('\u0000nothing\u001b')
    expect((await screen.findAllByText('No matching tokens'))[0]).toBeVisible()
    await user.tab()
    expect(tokenField()).toHaveValue('')
    expect(query()).toEqual({})
  })

  it('neither send a key nor put it into the address', async () => {
    const { backend } = await startWithActivity()
    const { query } = await openActivity()
    const key = `edesk_${'a1B2c3D4'.repeat(4)}`
    await user.click(tokenField())
    await waitFor(() => expect(backend.requests).toContain('GET /api/activity/tokens'))
    const sent = backend.requests.length
    await user.paste(key)
    await screen.findByText(/looks like an API key, so it wasn’t sent/)
    expect(tokenField()).toHaveValue('')
    expect(tokenField()).toHaveAttribute('aria-invalid', 'true')
    await user.keyboard('{Enter}')
    expect(query()).toEqual({})
    expect(backend.requests).toHaveLength(sent)
    await user.type(tokenField(), 'ship')
    await screen.findAllByRole('option', { name: /^ShipFast/ })
    expect(tokenField()).not.toHaveAttribute('aria-invalid')
  })

  it('limit the activity to days, both included, and keep them in the address', async () => {
    const { demo } = await startWithActivity()
    await demo.setView({ now: '2026-11-25T09:00:00Z' })
    const { query } = await openActivity()
    enterDay('From', '2026-11-24')
    await waitFor(() => expect(query()).toEqual({ from: '2026-11-24' }))
    enterDay('To', '2026-11-24')
    await waitFor(() => expect(query()).toEqual({ from: '2026-11-24', to: '2026-11-24' }))
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    enterDay('To', '2026-11-30')
    enterDay('From', '2026-11-25')
    await screen.findAllByText('No matching activity')
    await click('button', 'Remove filter: From Nov 25, 2026')
    await waitFor(async () => expect(await rows()).toHaveLength(6))
    expect(screen.getByRole('button', { name: 'Remove filter: To Nov 30, 2026' })).toHaveFocus()
    expect(day('From')).toHaveValue('')
  })

  it.each([
    ['From', '2026-11-21', 'Choose Nov 20, 2026 or earlier.'],
    ['To', '2026-11-09', 'Choose Nov 10, 2026 or later.'],
    ['From', '2026-11-25', 'Choose today or earlier.'],
  ] as const)('explain at the field why %s cannot be %s', async (name, value, words) => {
    await startWithActivity()
    const range = { from: '2026-11-10', to: '2026-11-20' }
    const { query } = await openApp({
      at: `${address}?from=${range.from}&to=${range.to}`,
      as: 'admin',
    }).then(({ router }) => ({ query: () => router.currentRoute.value.query }))
    await screen.findByRole('group', { name: 'Filters' })
    enterDay(name, value)
    await waitFor(() => expect(day(name)).toHaveAccessibleDescription(words))
    expect(day(name)).toHaveAttribute('aria-invalid', 'true')
    expect(query()).toEqual(range)
  })

  it('wait for the whole year before they find it too early', async () => {
    await startWithActivity()
    const { query } = await openActivity()
    await user.click(day('To'))
    enterDay('To', '0202-11-24')
    await nextTick()
    expect(day('To')).not.toHaveAttribute('aria-invalid')
    await user.tab()
    await waitFor(() =>
      expect(day('To')).toHaveAccessibleDescription('Choose a date in the year 2000 or later.'),
    )
    expect(query()).toEqual({})
  })

  it('keep two that change at once', async () => {
    await startWithActivity()
    const { query } = await openActivity()
    choose('Action', 'paused')
    enterDay('To', '2026-11-24')
    await waitFor(() => expect(query()).toEqual({ action: 'paused', to: '2026-11-24' }))
  })

  it('are those of the exported file', async () => {
    const { old, demo, alex } = await startWithActivity()
    await demo.setView({ now: '2026-11-25T09:00:00Z' })
    await createToken(alex, { name: 'Later' })
    const files = captureDownloads()
    await openApp({ at: `${address}?token=${old}&from=2026-11-24&to=2026-11-24`, as: 'admin' })
    await click('button', 'Export CSV')
    await screen.findByText('5 entries were exported')
    const text = (await files[0]?.blob.text()) ?? ''
    expect(text).toMatch(/Thu, Dec 24, 2026, 9:00\sAM \(Ireland Time\)/)
    expect(text).not.toContain('Later')
  })
})
