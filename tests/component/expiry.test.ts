import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click, fill } from './userActions.ts'

/** Opens the form for a new token on 24 November 2026 at 9:00 in Dublin. */
async function openForm() {
  const { backend, demo } = await startBackend()
  await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  await fill(screen.getByRole('textbox', { name: 'Token Name' }), 'ShipFast')
  await click('radio', 'Read-only')
  const creations = () => backend.requests.filter((sent) => sent === 'POST /api/tokens').length
  return {
    backend,
    demo,
    creations,
    expiresAt: async () => {
      const [token] = await backend.storage.read((db) =>
        db.list('tokens', 'byName', { equals: ['biz_northwind'] }),
      )
      return token?.expiresAt
    },
  }
}

const expiration = (options = {}) =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: 'Expiration', ...options })
// A date field has no ARIA role.
const expiresOn = () => screen.getByLabelText<HTMLInputElement>('Expires on')

function choose(option: string): void {
  const value = within(expiration()).getByRole<HTMLOptionElement>('option', { name: option }).value
  expiration().focus()
  fireEvent.change(expiration(), { target: { value } })
}

async function submit(): Promise<void> {
  await click('button', 'Generate token')
}

async function expectKeyPage(): Promise<void> {
  await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
}

function describedBy(field: HTMLElement): string {
  const id = field.getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent.trim() ?? ''
}

describe('the expiration of a new token', () => {
  it('defaults to 90 days, and shows the last day in the time zone of the business', async () => {
    const { expiresAt } = await openForm()
    const options = within(expiration()).getAllByRole<HTMLOptionElement>('option')
    expect(options.map(({ text }) => text)).toEqual([
      '7 days',
      '30 days',
      '60 days',
      '90 days',
      '365 days',
      'Custom date',
      'No expiration',
    ])
    expect(expiration().selectedOptions[0]?.text).toBe('90 days')
    const words = 'Expires on Mon, Feb 22, 2027, end of day (Ireland Time).'
    expect(describedBy(expiration())).toBe(words)
    await submit()
    await expectKeyPage()
    expect(await expiresAt()).toBe('2027-02-23T00:00:00.000Z')
  })

  it('can be another number of days, and shows the last day', async () => {
    const { expiresAt } = await openForm()
    choose('7 days')
    await waitFor(() => expect(describedBy(expiration())).toContain('Tue, Dec 1, 2026'))
    await submit()
    await expectKeyPage()
    expect(await expiresAt()).toBe('2026-12-02T00:00:00.000Z')
  })

  it('can be "never", and then explains the risk', async () => {
    const { expiresAt } = await openForm()
    choose('No expiration')
    await waitFor(() =>
      expect(describedBy(expiration())).toMatch(/Without an expiry date, a leaked/),
    )
    await submit()
    await expectKeyPage()
    expect(await expiresAt()).toBeNull()
  })

  it('can be a chosen day, within ten years', async () => {
    const { expiresAt } = await openForm()
    expect(screen.queryByLabelText('Expires on')).not.toBeInTheDocument()
    choose('Custom date')
    await screen.findByLabelText('Expires on')
    expect(expiresOn()).toMatchObject({ min: '2026-11-24', max: '2036-11-23' })
    await fill(expiresOn(), '2028-02-29')
    await waitFor(() =>
      expect(describedBy(expiresOn())).toBe(
        'Expires on Tue, Feb 29, 2028, end of day (Ireland Time).',
      ),
    )
    await submit()
    await expectKeyPage()
    expect(await expiresAt()).toBe('2028-03-01T00:00:00.000Z')
  })

  it.each([
    ['', /Enter a date/],
    ['2026-11-23', /Choose today or later/],
    ['2036-11-24', /more than ten years ahead/],
  ])(
    'shows an error at the field if the last day is "%s", and sends nothing',
    async (day, words) => {
      const { creations } = await openForm()
      choose('Custom date')
      await fill(await screen.findByLabelText('Expires on'), day)
      await submit()
      await waitFor(() => expect(describedBy(expiresOn())).toMatch(words))
      expect(expiresOn()).toHaveAttribute('aria-invalid', 'true')
      expect(expiresOn()).toHaveFocus()
      expect(creations()).toBe(0)
      await fill(expiresOn(), '2027-01-31')
      await waitFor(() => expect(expiresOn().getAttribute('aria-invalid')).toBeNull())
    },
  )

  it('shows an error of the API at the field, until another option is chosen', async () => {
    const { backend } = await openForm()
    const problem = {
      type: '/problems/invalid-fields',
      title: 'Some fields are not valid',
      status: 422,
      errors: [{ pointer: '#/expiresAt', code: 'in-the-past', detail: 'It is past.' }],
    }
    backend.network.use(
      http.post('*/api/tokens', () => HttpResponse.json(problem, { status: 422 }), { once: true }),
    )
    choose('7 days')
    await submit()
    await waitFor(() => expect(describedBy(expiration())).toMatch(/Choose today or later/))
    expect(expiration()).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() => expect(expiration()).toHaveFocus())
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    choose('30 days')
    await waitFor(() => expect(expiration().getAttribute('aria-invalid')).toBeNull())
  })

  it('asks for confirmation before a changed expiration is discarded', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
    choose('30 days')
    await click('button', 'Cancel')
    await screen.findByRole('dialog', { name: 'Discard what you typed?' })
  })
})
