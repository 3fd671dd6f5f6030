import { screen, waitFor } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changes.ts'

import { openApp, startBackend } from '../kit/vitest.ts'
import { generate } from '../support/tokens.ts'
import { keeping, levels, lostAnswer, newKey, openReplacing, submit } from './replacing.ts'
import { click, user } from './userActions.ts'

describe('a replacement that is sent', () => {
  it('asks once, however often it is submitted', async () => {
    const { sent, all } = await openReplacing()
    await submit()
    await submit()
    await submit()
    await newKey()
    expect(sent()).toBe(1)
    expect(await all()).toHaveLength(2)
  })

  it.each(['Not at all', '1 week'])(
    'makes one token where the answer was lost and it is sent again, with the old key kept: %s',
    async (kept) => {
      const { demo, all } = await openReplacing()
      await demo.setView({ faults: [lostAnswer] })
      await user.click(keeping().getByRole('radio', { name: kept }))
      await submit()
      expect(await screen.findByRole('alert')).toHaveTextContent('one new key, never two')
      // The page asks again what happened to the token, and gives no notice of it.
      announceChange()
      await submit()
      await newKey()
      expect(await all()).toHaveLength(kept === 'Not at all' ? 1 : 2)
    },
  )

  it('tells what became of a lost attempt where it is sent again with another choice', async () => {
    const { demo } = await openReplacing()
    await demo.setView({ faults: [lostAnswer] })
    await submit()
    await screen.findByRole('alert')
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await submit()
    await screen.findByText(/earlier attempt of yours has replaced this token/)
  })

  it('keeps what was chosen where the service fails', async () => {
    const { backend } = await openReplacing()
    backend.network.use(
      http.post('*/replacement', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    )
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await user.click(keeping().getByRole('radio', { name: '1 week' }))
    await submit()
    await screen.findByRole('alert')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
    expect(keeping().getByRole('radio', { name: '1 week', checked: true })).toBeVisible()
    await submit()
    await newKey()
  })

  it('keeps what was chosen where the plan has changed or the session has ended', async () => {
    const { demo, backend } = await openReplacing()
    const otherAdmin = backend.as('robin.field@example.com')
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
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
  })

  it('refuses a date that is none at its field', async () => {
    const { sent } = await openReplacing()
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

describe('a token that is not there to be replaced', () => {
  it('because somebody deletes it meanwhile: what was chosen goes on to a new token', async () => {
    const { deleteElsewhere, router } = await openReplacing({ description: 'Sends parcels' })
    await user.click(levels().getByRole('radio', { name: 'Full Access' }))
    await deleteElsewhere()
    announceChange()
    expect(await screen.findByRole('alert')).toHaveTextContent('What you chose is still here')
    expect(levels().getByRole('radio', { name: 'Full Access', checked: true })).toBeVisible()
    await click('link', 'Add a token with this access')
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
    expect(router.currentRoute.value.query).toEqual({
      name: 'ShipFast',
      description: 'Sends parcels',
      level: 'full_access',
    })
  })

  it('because somebody has deleted it just now: the answer says so', async () => {
    const { deleteElsewhere } = await openReplacing()
    await deleteElsewhere()
    await submit()
    expect(await screen.findByRole('alert')).toHaveTextContent('nothing to replace')
  })

  it('because somebody else replaces it first: nothing is done, and the way leads to both', async () => {
    const { replaceElsewhere, all } = await openReplacing()
    await replaceElsewhere()
    await submit()
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody has replaced')
    expect(await all()).toHaveLength(2)
    await click('link', 'See both keys')
    await screen.findByRole('region', { name: /^(Being replaced|Replaces)$/ })
  })

  it('because it is being replaced already', async () => {
    const { backend } = await startBackend()
    const otherAdmin = backend.as('robin.field@example.com')
    const { token } = (await generate(otherAdmin, { name: 'ShipFast' })).body
    await otherAdmin('POST', `/api/tokens/${token.id}/replacement`, {
      headers: { 'Idempotency-Key': 'somebody-else' },
      body: { accessLevel: 'read_only', keepOldKey: 'day' },
    })
    await openApp({ at: `/settings/api-tokens/${token.id}/replace`, as: 'admin' })
    await screen.findByText(/is being replaced already/)
    expect(screen.queryByRole('button', { name: 'Generate new key' })).not.toBeInTheDocument()
    await click('link', 'See both keys')
    await screen.findByRole('region', { name: 'Replaces' })
  })

  it('because it never was', async () => {
    await startBackend()
    await openApp({ at: '/settings/api-tokens/tok_nothing/replace', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'This token does not exist' })
  })
})
