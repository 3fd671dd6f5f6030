import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click, expectStatus, fill, user } from './userActions.ts'

const newToken = '/settings/api-tokens/new'
const key = keyOf('tokens', 'ShipFast')

async function openForm(query = '') {
  const { backend, demo } = await startBackend()
  const { router } = await openApp({ at: `${newToken}${query}`, as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  return { backend, demo, router }
}

const template = () =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: 'Start from a template' })
const expiration = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Expiration' })
const nameField = () => screen.getByRole('textbox', { name: 'Token Name' })
const description = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Token Description' })
const preview = () => screen.getByRole('region', { name: 'What this token can do' }).textContent
const prefilledNote = 'Filled in by a link: check it before you generate'
const misfitsNote = 'Not all of the link could be used'

async function choose(name: string): Promise<void> {
  const option = within(template()).getByRole<HTMLOptionElement>('option', { name })
  fireEvent.change(template(), { target: { value: option.value } })
  await waitFor(() => expect(template().selectedOptions[0]?.textContent).toBe(name))
}

describe('a template', () => {
  it('is not selected at first, and has a description', async () => {
    await openForm()
    const options = within(template()).getAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'No template',
      'Shipping',
      'Analytics',
      'Chatbot',
      'Accounting',
      'Backup',
    ])
    expect(template().value).toBe('')
    await choose('Shipping')
    screen.getByRole('combobox', { description: /sends their tracking codes. Nothing else/ })
  })

  it('fills in level, features and description, and explains how to undo it', async () => {
    await openForm()
    await choose('Chatbot')
    expect(preview()).toContain(
      'Can read and change Tickets and Messages. Can read Contacts. Nothing else.',
    )
    expect(description().value).toContain('questions from the chat')
    await expectStatus(/Chatbot: .*filled in.*choose No template/)
    await choose('Backup')
    expect(preview()).toContain('Can read everything')
    expect(description().value).toContain('copies')
    await choose('No template')
    await expectStatus('Template removed')
    expect(preview()).toContain('Nothing yet')
    expect(description().value).toBe('')
  })

  it('can be chosen by its card, and removed by a second click', async () => {
    await openForm()
    const card = (pressed: boolean) =>
      screen.findByRole('button', { name: 'Chatbot', description: 'Answers customers', pressed })
    await user.click(await card(false))
    await card(true)
    expect(template().value).toBe('chatbot')
    expect(preview()).toContain('Can read and change Tickets and Messages.')
    await user.click(await card(true))
    await card(false)
    expect(template().value).toBe('')
    await expectStatus('Template removed')
  })

  it('keeps a description that was typed, and says so', async () => {
    await openForm()
    await fill(description(), 'Typed by hand')
    await choose('Shipping')
    expect(description().value).toBe('Typed by hand')
    await expectStatus('your description is kept')
    await choose('No template')
    expect(description().value).toBe('Typed by hand')
  })

  it('can be changed before the token is generated', async () => {
    const { backend } = await openForm()
    await fill(nameField(), 'ShipFast')
    await choose('Shipping')
    const tickets = within(await screen.findByRole('radiogroup', { name: 'Tickets' }))
    await user.click(tickets.getByRole('radio', { name: 'Read Only' }))
    await click('button', 'Generate token')
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
    const [token] = await backend.tokens()
    expect(token).toMatchObject({
      accessLevel: 'custom',
      description: expect.stringContaining('tracking codes') as string,
      permissions: { sales_orders: 'full_access', tickets: 'read_only', users: 'no_access' },
    })
  })

  it('counts as unsaved input, until it is undone', async () => {
    await openForm()
    await choose('Shipping')
    await click('button', 'Cancel')
    const dialog = await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }))
    await choose('No template')
    await click('button', 'Cancel')
    await screen.findByText('No API tokens yet')
  })
})

describe('a link to the form', () => {
  it('prefills it, says so, and sends nothing', async () => {
    const { backend } = await openForm(
      '?name=ShipFast&description=Ships&level=custom&sales_orders=full_access',
    )
    expect(screen.getByText(prefilledNote)).toBeVisible()
    expect(screen.queryByText(misfitsNote)).not.toBeInTheDocument()
    expect(nameField()).toHaveValue('ShipFast')
    expect(description().value).toBe('Ships')
    expect(preview()).toContain('Can read and change Sales Orders. Nothing else.')
    expect(backend.requests.filter((sent) => sent.startsWith('POST'))).toEqual([])
  })

  it('can name a template, and change its texts and access', async () => {
    await openForm('?template=shipping&name=ShipFast&contacts=read_only')
    expect(template().value).toBe('shipping')
    expect(description().value).toContain('tracking codes')
    expect(preview()).toContain(
      'Can read and change Sales Orders. Can read Contacts. Nothing else.',
    )
  })

  it('can set the expiration', async () => {
    const { backend } = await openForm('?name=ShipFast&level=read_only&expires=none')
    expect(expiration().value).toBe('never')
    await click('button', 'Generate token')
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
    const [token] = await backend.tokens()
    expect(token?.expiresAt).toBeNull()
  })

  it('reports a day in the past, and keeps the default of 90 days', async () => {
    await openForm('?expires=2020-01-01')
    expect(screen.getByText(/“expires” is in the past/)).toBeVisible()
    expect(screen.queryByText(prefilledNote)).not.toBeInTheDocument()
    expect(expiration().value).toBe('90')
  })

  it('can be left without confirmation, because it can be opened again', async () => {
    await openForm('?name=ShipFast&level=read_only')
    await click('button', 'Cancel')
    await screen.findByText('No API tokens yet')
  })

  it('works after a log-in', async () => {
    await startBackend()
    await openApp({ at: `${newToken}?name=Ship+%26+Fast&template=shipping` })
    await click('button', 'Log in as Admin, Professional plan')
    await screen.findByText(prefilledNote)
    expect(nameField()).toHaveValue('Ship & Fast')
    expect(template().value).toBe('shipping')
  })

  it('lists its invalid parameters as text, and does not use them', async () => {
    const image = '<img src=x onerror=alert(1)>'
    const query = new URLSearchParams([
      ['name', 'x'.repeat(81)],
      ['level', image],
      ['tickets', 'full_access'],
      ['scope', 'all'],
      ['expires', '8'],
      ['\u202Eeman', 'x'],
    ])
    await openForm(`?${query}`)
    expect(screen.queryByText(prefilledNote)).not.toBeInTheDocument()
    const box = screen.getByText(misfitsNote).closest('.alert-box')
    const items = [...(box?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)
    expect(items).toContain('“name” is longer than 80 characters.')
    expect(items).toContain(
      `“level” can’t be “${image}”. Allowed values: read_only, full_access, custom.`,
    )
    expect(items).toContain('“tickets” only works together with level=custom.')
    expect(items).toContain('“scope” isn’t supported and was ignored.')
    expect(items).toContain('“\u2068\u202Eeman\u2069” isn’t supported and was ignored.')
    expect(items).toHaveLength(6)
    expect(box?.querySelector('img')).toBeNull()
    expect(nameField()).toHaveValue('')
    expect(preview()).toContain('Nothing yet')
  })

  it('lists only some of a hundred invalid parameters, and the number of the others', async () => {
    await openForm(`?${Array.from({ length: 100 }, (_, at) => `x${at}=1`).join('&')}`)
    expect(screen.getAllByText(/isn’t supported and was ignored/)).toHaveLength(12)
    expect(screen.getByText('88 more')).toBeVisible()
  })

  it('ignores parameters that contain a key, and removes them from the URL', async () => {
    const { router } = await openForm(`?name=ShipFast&key=${key}&description=${key}`)
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ name: 'ShipFast' }))
    expect(screen.getByText(prefilledNote)).toBeVisible()
    expect(screen.getByText(/“key” may contain a secret/)).toBeVisible()
    expect(screen.getByText(/“description” may contain a secret/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Found a key?' })).toBeVisible()
    expect(description().value).toBe('')
    expect(document.documentElement.outerHTML).not.toContain(key)
    expect(location.href + JSON.stringify(history.state)).not.toContain(key)
  })
})
