import { screen, waitFor } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { createToken } from '../support/tokens.ts'
import {
  changeAccess,
  keeping,
  levels,
  lostResponse,
  newKey,
  openReplacePage,
  submit,
} from './replacePage.ts'
import { click, user } from './userActions.ts'

describe('submitting a replacement', () => {
  it('sends one request, even if it is submitted several times', async () => {
    const { sent, allTokens } = await openReplacePage()
    await submit()
    await submit()
    await submit()
    await newKey()
    expect(sent()).toBe(1)
    expect(await allTokens()).toHaveLength(2)
  })

  it.each(['Not at all', '1 week'])(
    'creates one token if the response was lost and the form is submitted again, with the old key kept: %s',
    async (oldKeyTime) => {
      const { demo, allTokens } = await openReplacePage()
      await demo.setView({ faults: [lostResponse] })
      await user.click(keeping().getByRole('radio', { name: oldKeyTime }))
      await submit()
      expect(await screen.findByRole('alert')).toHaveTextContent('you won’t get a duplicate')
      // The page refetches the token, which was replaced already, and must not report that.
      announceChange()
      await submit()
      await newKey()
      expect(await allTokens()).toHaveLength(oldKeyTime === 'Not at all' ? 1 : 2)
    },
  )

  it('explains the result of the lost attempt if the form is submitted with another choice', async () => {
    const { demo } = await openReplacePage()
    await demo.setView({ faults: [lostResponse] })
    await submit()
    await screen.findByRole('alert')
    await changeAccess()
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await submit()
    await screen.findByText(/earlier attempt replaced this token/)
  })

  it('keeps the input after a failure', async () => {
    const { backend } = await openReplacePage()
    backend.network.use(
      http.post('*/replacement', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await changeAccess()
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await user.click(keeping().getByRole('radio', { name: '1 week' }))
    await submit()
    await screen.findByRole('alert')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
    expect(keeping().getByRole('radio', { name: '1 week', checked: true })).toBeVisible()
    await submit()
    await newKey()
  })

  it('keeps the input if the plan has changed or the session has ended', async () => {
    const { demo, backend } = await openReplacePage()
    const otherAdmin = backend.as('robin.field@example.com')
    await changeAccess()
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await otherAdmin('PUT', '/api/plan', { body: { plan: 'starter' } })
    await submit()
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Professional plan'))
    await otherAdmin('PUT', '/api/plan', { body: { plan: 'professional' } })
    await demo.setView({
      faults: [{ operation: 'replaceToken', what: 'session-ends', when: { nth: 1 } }],
    })
    await submit()
    await screen.findByRole('dialog', { name: 'You have been logged out' })
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
  })

  it('shows an error of the API at the field, until another option is chosen', async () => {
    const { backend } = await openReplacePage()
    const problem = {
      type: '/problems/invalid-fields',
      title: 'Some fields are not valid',
      status: 422,
      errors: [{ pointer: '#/expiresAt', code: 'in-the-past', detail: 'It is past.' }],
    }
    backend.network.use(
      http.post('*/replacement', () => HttpResponse.json(problem, { status: 422 }), { once: true }),
    )
    await submit()
    const period = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Expiration' })
    await waitFor(() => expect(period).toHaveAttribute('aria-invalid', 'true'))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await user.selectOptions(period, '7 days')
    await waitFor(() => expect(period).not.toHaveAttribute('aria-invalid'))
  })

  it('shows an error at the field for a missing date', async () => {
    const { sent } = await openReplacePage()
    const period = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Expiration' })
    period.value = 'date'
    period.dispatchEvent(new Event('change'))
    const field = await screen.findByLabelText('Expires on')
    await submit()
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'))
    await waitFor(() => expect(field).toHaveFocus())
    expect(sent()).toBe(0)
  })
})

describe('a token that cannot be replaced', () => {
  it('keeps the input for a new token if another Admin deleted the token', async () => {
    const { deleteElsewhere, router } = await openReplacePage({ description: 'Sends parcels' })
    await changeAccess()
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Expiration' }), '30 days')
    await deleteElsewhere()
    announceChange()
    expect(await screen.findByRole('alert')).toHaveTextContent('Your choices are still here')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
    await click('link', 'Add a token with this access')
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
    expect(router.currentRoute.value.query).toEqual({
      name: 'ShipFast',
      description: 'Sends parcels',
      level: 'full_access',
      expires: '30',
    })
  })

  it('shows an error if another Admin has just deleted the token', async () => {
    const { deleteElsewhere } = await openReplacePage()
    await deleteElsewhere()
    await submit()
    expect(await screen.findByRole('alert')).toHaveTextContent('nothing to replace')
  })

  it('changes nothing and links to both keys if another Admin replaced the token first', async () => {
    const { replaceElsewhere, allTokens } = await openReplacePage()
    await replaceElsewhere()
    await submit()
    expect(await screen.findByRole('alert')).toHaveTextContent('Another Admin has replaced')
    expect(await allTokens()).toHaveLength(2)
    await click('link', 'See both keys')
    await screen.findByRole('region', { name: /^(Being replaced|Replaces)$/ })
  })

  it('shows a note and links to both keys if it is being replaced already', async () => {
    const { backend } = await startBackend()
    const otherAdmin = backend.as('robin.field@example.com')
    const { token } = (await createToken(otherAdmin, { name: 'ShipFast' })).body
    await otherAdmin('POST', `/api/tokens/${token.id}/replacement`, {
      headers: { 'Idempotency-Key': 'somebody-else' },
      body: { accessLevel: 'read_only', keepOldKey: 'day' },
    })
    await openApp({ at: `/settings/api-tokens/${token.id}/replace`, as: 'admin' })
    await screen.findByText(/is already being replaced/)
    expect(screen.queryByRole('button', { name: 'Generate new key' })).not.toBeInTheDocument()
    await click('link', 'See both keys')
    await screen.findByRole('region', { name: 'Replaces' })
  })

  it('shows "This token does not exist" if it never existed', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/tok_nothing/replace', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
  })
})
