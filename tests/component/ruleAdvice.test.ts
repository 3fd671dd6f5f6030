import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerDay } from '#src/shared/time.ts'
import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import { createToken } from '../support/tokens.ts'
import { advicePath, adviceRow, groupHeadings } from './advicePage.ts'
import { click, user } from './userActions.ts'

/** Starts a backend with a token, and then rules. */
async function startWith(rules: Partial<TokenRules>) {
  const { backend, demo } = await startBackend()
  const admin = backend.as('robin.field@example.com')
  const input = { accessLevel: 'full_access', expiresAt: null, description: '' } as const
  await createToken(admin, { name: 'Reports' })
  await demo.setView({ advance: 1000 })
  const { body } = await createToken(admin, { ...input, name: 'ShipFast' })
  const headers = { 'If-Match': '*' }
  await admin('PUT', '/api/rules', { body: { ...noRules, ...rules }, headers })
  return body.token.id
}

describe('the advice about a token that breaks a rule', () => {
  it.each([
    [{ fullAccess: 'per_feature' }, 'Full Access', 'Replace ShipFast', '/replace'],
    [{ longestLife: 365 }, 'Longest life', 'Replace ShipFast', '/replace'],
    [{ descriptionRequired: true }, 'Description required', 'Edit ShipFast', ''],
    [
      { addressesRequired: true },
      'Addresses required',
      'Limit addresses of ShipFast',
      '?edit=addresses',
    ],
  ] as const)('names the rule and leads to what helps: %o', async (rules, text, link, path) => {
    const id = await startWith(rules)
    await openApp({ at: advicePath, as: 'admin' })
    const row = await adviceRow('Breaks a rule', 'ShipFast')
    expect(row).toHaveTextContent(`Breaks: ${text}`)
    expect(within(row).getByRole('link', { name: link })).toHaveAttribute(
      'href',
      `/settings/api-tokens/${id}${path}`,
    )
    expect(within(row).getAllByRole('link')).toHaveLength(2)
  })

  it('leads to the tokens that are used least, if there are too many', async () => {
    await startWith({ maxTokens: 1 })
    await openApp({ at: advicePath, as: 'admin' })
    expect(await adviceRow('Breaks a rule', 'ShipFast')).toHaveTextContent('Breaks: Tokens at most')
    expect(groupHeadings()).toEqual(['Breaks a rule 1'])
    await click('link', 'Show least used tokens instead of ShipFast')
    await screen.findByRole('heading', { level: 1, name: 'API Tokens' })
    expect(location.search).toBe('?sort=lastUsedAt')
  })

  it('has what helps with each of several rules, and is on the page of the token', async () => {
    const id = await startWith({ fullAccess: 'per_feature', maxTokens: 1 })
    await openApp({ at: `/settings/api-tokens/${id}`, as: 'admin' })
    const advice = within(await screen.findByRole('region', { name: 'Advice' }))
    advice.getByText('The token doesn’t fit the rules of your business.')
    advice.getByText('Breaks: Full Access, Tokens at most')
    // The page itself replaces the token.
    expect(advice.getAllByRole('link').map(({ textContent }) => textContent.trim())).toEqual([
      'Show least used tokens',
    ])
    await user.click(advice.getByRole('button', { name: 'Dismiss for 90 days' }))
    await screen.findByText('Advice about ShipFast dismissed for 90 days')
  })

  it('offers to delete a token that was not used for as long as a rule allows', async () => {
    const { backend, demo } = await startBackend()
    const admin = backend.as('robin.field@example.com')
    await createToken(admin, { name: 'ShipFast' })
    await demo.setView({ advance: 31 * msPerDay })
    const body = { ...noRules, pauseUnusedAfter: 30 }
    await admin('PUT', '/api/rules', { body, headers: { 'If-Match': '*' } })
    await openApp({ at: advicePath, as: 'admin' })
    const row = within(await adviceRow('Breaks a rule', 'ShipFast'))
    row.getByText('Breaks: Pause unused tokens after')
    await user.click(row.getByRole('button', { name: 'Delete ShipFast' }))
    await screen.findByRole('dialog', { name: 'Delete ShipFast?' })
  })

  it('offers no action for several tokens but to dismiss the advice', async () => {
    await startWith({ addressesRequired: true })
    await openApp({ at: advicePath, as: 'admin' })
    await click('checkbox', 'Select all in Breaks a rule')
    const toolbar = within(await screen.findByRole('toolbar', { name: 'Selected tokens' }))
    toolbar.getByRole('button', { name: 'Dismiss for 90 days' })
    expect(toolbar.queryByRole('button', { name: /Pause|Delete/ })).not.toBeInTheDocument()
  })
})
