import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'
import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import { createToken } from '../support/tokens.ts'
import { click, expectStatus, fill, fillTokenForm, user } from './userActions.ts'

const address = '/settings/api-tokens/rules'
const robin = 'robin.field@example.com'

type Backend = Awaited<ReturnType<typeof startBackend>>['backend']

/** Another Admin sets rules, in place of all earlier ones. */
async function setRules(backend: Backend, rules: Partial<TokenRules>): Promise<void> {
  const { status } = await backend.as(robin)('PUT', '/api/rules', {
    body: { ...noRules, ...rules },
    headers: { 'If-Match': '*' },
  })
  expect(status).toBe(200)
}

const select = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name })
const optionsOf = async (name: string) => [...(await select(name)).options].map(({ text }) => text)

describe('the page of the rules', () => {
  it('shows no rule at first, and saves what the user sets', async () => {
    const { backend } = await startBackend()
    await createToken(backend.as('admin'), { accessLevel: 'full_access', expiresAt: null })
    await openApp({ at: address, as: 'admin' })
    expect((await select('Longest life')).selectedOptions[0]?.text).toBe('No limit')
    expect(await optionsOf('Longest life')).toEqual([
      'No limit',
      '30 days',
      '90 days',
      '180 days',
      '365 days',
    ])
    expect(screen.queryByRole('link', { name: /break this rule/ })).toBeNull()

    await user.selectOptions(await select('Longest life'), '90 days')
    await click('radio', 'Only per feature')
    await click('checkbox', 'Description required')
    await fill('Tokens at most', '5')
    expect(screen.getAllByText('Save the rules to see which tokens break this rule.')).toHaveLength(
      4,
    )
    await click('button', 'Save rules')
    await expectStatus('Rules saved')
    const links = screen.getAllByRole('link', { name: 'Tokens that break this rule: 1.' })
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/settings/api-tokens?breaks=longest_life',
      '/settings/api-tokens?breaks=full_access',
      '/settings/api-tokens?breaks=description_required',
    ])
    expect(screen.getByText('No token breaks this rule.')).toBeDefined()
  })

  it('has its changes in the activity, from what to what', async () => {
    const { backend } = await startBackend()
    await setRules(backend, {
      longestLife: 90,
      fullAccess: 'per_feature',
      descriptionRequired: true,
      maxTokens: 5,
    })
    await openApp({ at: '/settings/api-tokens/activity', as: 'admin' })
    const row = (await screen.findByRole('cell', { name: 'Rules changed' })).closest('tr')
    const lines = within(row ?? document.body).getAllByRole('listitem', { hidden: true })
    expect(lines.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Longest life: No limit → to 90 days',
      'Full Access: Allowed → to Only per feature',
      'Description required: No → to Yes',
      'Tokens at most: No limit → to 5',
    ])
  })

  it('explains a wrong number of tokens, and sends nothing', async () => {
    const { backend } = await openApp({ at: address, as: 'admin' })
    await fill('Tokens at most', '0')
    await click('button', 'Save rules')
    const field = screen.getByRole('textbox', { name: 'Tokens at most' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
    expect(backend.requests).not.toContain('PUT /api/rules')
    await fill('Tokens at most', '')
    await click('button', 'Save rules')
    await expectStatus('Nothing has changed.')
  })

  it('leads to the tokens that break a rule', async () => {
    const { backend } = await startBackend()
    const admin = backend.as('admin')
    await createToken(admin, { name: 'Everything', accessLevel: 'full_access' })
    await createToken(admin, { name: 'Little' })
    await setRules(backend, { fullAccess: 'per_feature' })
    await openApp({ at: address, as: 'admin' })
    await click('link', 'Tokens that break this rule: 1.')
    await screen.findByRole('link', { name: 'Everything' })
    expect(screen.queryByRole('link', { name: 'Little' })).toBeNull()
    await click('button', /Breaks the rule: Full Access/)
    await screen.findByRole('link', { name: 'Little' })
  })

  it('keeps what the user chose when another Admin changes the rules, and says what changed', async () => {
    const { backend } = await startBackend()
    await openApp({ at: address, as: 'admin' })
    await user.selectOptions(await select('Longest life'), '90 days')
    await setRules(backend, { longestLife: 30, maxTokens: 7 })
    await click('button', 'Save rules')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Robin Field changed the rules in the meantime')
    const lines = within(alert).getAllByRole('listitem')
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Longest life: No limit → 30 days',
      'Tokens at most: No limit → 7',
    ])
    expect((await select('Longest life')).value).toBe('90')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Tokens at most' }).value).toBe(
      '7',
    )
    await click('button', 'Save rules')
    await expectStatus('Rules saved')
    expect(screen.queryByRole('alert')).toBeNull()
    const { body } = await backend.as(robin)('GET', '/api/rules')
    expect(body).toMatchObject({ rules: { longestLife: 90, maxTokens: 7 } })
  })

  it('asks before changes are lost', async () => {
    await openApp({ at: address, as: 'admin' })
    await click('checkbox', 'Description required')
    await click('link', 'Tokens')
    await click('button', 'Keep editing')
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Description required' }).checked,
    ).toBe(true)
  })
})

describe('forms under rules', () => {
  it('offer only what is allowed, and say why', async () => {
    const { backend } = await startBackend()
    await setRules(backend, {
      longestLife: 30,
      fullAccess: 'per_feature',
      descriptionRequired: true,
    })
    await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
    expect(await optionsOf('Expiration')).toEqual(['7 days', '30 days', 'Custom date'])
    expect((await select('Expiration')).value).toBe('30')
    expect(screen.queryByRole('radio', { name: 'Full Access' })).toBeNull()
    expect(screen.getByText(/allow Full Access only per feature/)).toBeDefined()
    expect(screen.queryByText('Changed to fit the rules of your business')).toBeNull()
    await fillTokenForm()
    await click('button', 'Generate token')
    const field = screen.getByRole('textbox', { name: 'Token Description' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await fill('Token Description', 'Ships')
    await click('button', 'Generate token')
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
  })

  it('correct a link that does not fit, and say so', async () => {
    const { backend } = await startBackend()
    await setRules(backend, { longestLife: 180, fullAccess: 'per_feature' })
    await openApp({ at: '/settings/api-tokens/new?level=full_access&expires=365', as: 'admin' })
    await screen.findByText('Changed to fit the rules of your business')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Custom' }).checked).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>('Expires on').value).toBe('2027-05-23')
  })

  it('are corrected when the rules change while they are open, and keep what was typed', async () => {
    const { backend } = await startBackend()
    await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
    await fill('Token Name', 'ShipFast')
    await click('radio', 'Full Access')
    await user.selectOptions(await select('Expiration'), 'No expiration')
    await setRules(backend, { longestLife: 30, fullAccess: 'per_feature' })
    await click('button', 'Generate token')
    await screen.findByText('The rules of your business have changed')
    expect(backend.requests.filter((sent) => sent === 'POST /api/tokens')).toHaveLength(1)
    expect((await select('Expiration')).value).toBe('30')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Token Name' }).value).toBe(
      'ShipFast',
    )
    await click('button', 'Generate token')
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
  })

  it('say at once that the business has as many tokens as allowed', async () => {
    const { backend } = await startBackend()
    await createToken(backend.as('admin'))
    await setRules(backend, { maxTokens: 1 })
    await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
    await screen.findByText('Your business has as many tokens as its rules allow: 1.')
    await fillTokenForm({ name: 'Another' })
    await click('button', 'Generate token')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('as many tokens as its rules allow')
  })

  it('propose the allowed access for a replacement, and say so', async () => {
    const { backend } = await startBackend()
    const { body } = await createToken(backend.as('admin'), {
      accessLevel: 'full_access',
      expiresAt: null,
    })
    await setRules(backend, { longestLife: 90, fullAccess: 'per_feature' })
    await openApp({ at: `/settings/api-tokens/${body.token.id}/replace`, as: 'admin' })
    await screen.findByText('Changed to fit the rules of your business')
    expect((await select('Expiration')).value).toBe('90')
    await click('button', 'Generate new key')
    await screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
  })

  it('let a token without a description stay so, but not lose one', async () => {
    const { backend } = await startBackend()
    const { body } = await createToken(backend.as('admin'), { description: 'Ships' })
    await setRules(backend, { descriptionRequired: true })
    await openApp({ at: `/settings/api-tokens/${body.token.id}`, as: 'admin' })
    await click('button', 'Edit')
    await fill('Token Description', '')
    await click('button', 'Save changes')
    await waitFor(() =>
      expect(screen.getByText('The rules of your business require a description.')).toBeDefined(),
    )
  })
})

it('the list of notices announces the pauses of a rule', async () => {
  const { backend, demo } = await startBackend()
  await createToken(backend.as('admin'), { expiresAt: null })
  await demo.setView({ now: '2027-03-01T09:00:00Z' })
  await setRules(backend, { pauseUnusedAfter: 30 })
  await openApp({ as: 'admin', at: address })
  await screen.findByRole('link', { name: 'Tokens that break this rule: 1.' })
  expect(screen.getByText(/Tokens will be paused on Mar 8, 2027 at the earliest/)).toBeDefined()
  await click('button', /^Notices/)
  await screen.findByRole('link', { name: /ShipFast.* will be paused in 7 days/ })
})
