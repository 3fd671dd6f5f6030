import { screen, waitFor, within } from '@testing-library/dom'
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { h, shallowRef } from 'vue'

import GuidedTour from '#src/demo/tour/GuidedTour.vue'
import { firstState, type TourState } from '#src/demo/tour/tourState.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

import { createToken } from '../support/tokens.ts'
import { click, fill, user } from './userActions.ts'

// jsdom has no layout: treat every element as visible and without a position.
beforeEach(() => {
  const originals = [
    [document, 'elementsFromPoint', Reflect.get(document, 'elementsFromPoint')],
    [
      HTMLElement.prototype,
      'checkVisibility',
      Reflect.get(HTMLElement.prototype, 'checkVisibility'),
    ],
  ] as const
  document.elementsFromPoint = () => []
  HTMLElement.prototype.checkVisibility = function () {
    return !this.closest('[style*="display: none"]')
  }
  vi.stubGlobal('scrollBy', () => undefined)
  sessionStorage.clear()
  return () => {
    for (const [owner, name, value] of originals) Reflect.set(owner, name, value)
  }
})

/** Opens a page with the tour on it. */
async function openTour(
  at: string,
  {
    as = 'admin',
    from = {},
  }: { as?: 'admin' | 'agent' | 'starter-admin@example.com'; from?: Partial<TourState> } = {},
) {
  const { router } = await openApp({ at, as })
  const state = shallowRef<TourState | undefined>({ ...firstState('article'), ...from })
  const set = (next: TourState | undefined) => (state.value = next)
  const tour = mount(
    { render: () => h(GuidedTour, { state: state.value, 'onUpdate:state': set }) },
    { attachTo: document.body, global: { plugins: [router] } },
  )
  onTestFinished(() => tour.unmount())
  return { router, state }
}

/** Waits until the tour shows the step with this title. */
async function expectStep(title: string): Promise<void> {
  await screen.findByRole('dialog', { name: title })
}

function card() {
  return within(screen.getByRole('dialog', { description: /./ }))
}

async function next(): Promise<void> {
  await user.click(card().getByRole('button', { name: 'Next' }))
}

const field = (name: string) => screen.findByRole('textbox', { name })

describe('the guided tour', () => {
  it('is shown at once in another language of the page', async () => {
    await startBackend()
    await openTour('/settings/api-tokens')
    await expectStep('A tour of API tokens')
    await showLanguage('de')
    await expectStep('Eine Tour zu API-Tokens')
    await showLanguage('en')
    await expectStep('A tour of API tokens')
  })

  it('starts at the tickets, and waits until the user has opened the tokens', async () => {
    await startBackend()
    const { router } = await openTour('/settings/api-tokens')
    await expectStep('A tour of API tokens')
    await user.click(card().getByRole('button', { name: 'Start the tour' }))
    await expectStep('A token unlocks eDesk for another application')
    await screen.findByRole('heading', { level: 1, name: 'Tickets' })
    await next()
    await expectStep('One token for each application, in three types')
    await next()
    await expectStep('Tokens live in Settings')
    expect(card().queryByRole('button', { name: 'Next' })).not.toBeInTheDocument()
    await click('link', 'Settings')
    await expectStep('Go to API Tokens')
    await router.push('/settings/api-tokens')
    await expectStep('All your tokens are listed here')
    await click('link', 'Add a token')
    await expectStep('Name it after the application')
  })

  it('stays at a field while the user types, and continues when the field loses the focus', async () => {
    await startBackend()
    await openTour('/settings/api-tokens/new', { from: { step: 'name' } })
    const name = await field('Token Name')
    await fill(name, 'Ship')
    await waitFor(() => expect(card().getByRole('button', { name: 'Next' })).toBeVisible())
    await fill(name, 'ShipFast')
    await expectStep('Name it after the application')
    expect(name).toHaveFocus()
    ;(await field('Token Description')).focus()
    await expectStep('Say what it is for')
  })

  it('does not continue while its button has the focus', async () => {
    await startBackend()
    await openTour('/settings/api-tokens/new', { from: { step: 'name' } })
    await fill(await field('Token Name'), 'ShipFast')
    const button = await card().findByRole('button', { name: 'Next' })
    button.focus()
    // Wait until the tour has noticed that the field lost the focus.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
    await expectStep('Name it after the application')
    button.click()
    await expectStep('Say what it is for')
  })

  it.each([
    ['Read-only', 'Ready to generate'],
    ['Custom', 'Feature by feature'],
  ])('continues from the access level %s to “%s”', async (level, title) => {
    await startBackend()
    await openTour('/settings/api-tokens/new', { from: { step: 'name' } })
    await fill(await field('Token Name'), 'ShipFast')
    await click('radio', level)
    await expectStep('Say what it is for')
    await next()
    await expectStep('Decide how much it may do')
    await next()
    await expectStep(title)
  })

  it('returns to an earlier step that is not complete', async () => {
    await startBackend()
    await openTour('/settings/api-tokens/new', { from: { step: 'generate' } })
    await expectStep('Name it after the application')
    await fill(await field('Token Name'), 'ShipFast')
    await click('radio', 'Full Access')
    await expectStep('Say what it is for')
    await next()
    await expectStep('Decide how much it may do')
    await next()
    await expectStep('Ready to generate')
    await fill(await field('Token Name'), '')
    screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel' }).focus()
    await expectStep('Name it after the application')
  })

  it('follows the token that was created during the tour, and never stores its key', async () => {
    const { backend } = await startBackend()
    const admin = backend.as('admin')
    await createToken(admin, { name: 'Older' })
    const { state } = await openTour('/settings/api-tokens/new', { from: { step: 'name' } })
    await fill(await field('Token Name'), 'ShipFast')
    await click('radio', 'Read-only')
    // The tour checks the page once per frame.
    await waitFor(() => expect(state.value?.tokenName).toBe('ShipFast'))
    await click('button', 'Generate token')
    await expectStep('Copy the key now')
    const key = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'API key' }).value
    await waitFor(() => expect(state.value?.tokenId).toMatch(/^tok_/))
    expect(JSON.stringify(state.value)).not.toContain(key.slice(6, 18))
    await click('button', 'Return to Token List')
    await click('button', 'Leave')
    await expectStep('Your token is in the list')
    await createToken(admin, { name: 'Newer' })
    await click('link', 'Older')
    await expectStep('You’ve left the tour')
    await user.click(card().getByRole('button', { name: 'Take me back' }))
    await expectStep('Your token is in the list')
    await click('link', 'ShipFast')
    await expectStep('Keep details current')
  })

  it('continues after the description was changed and saved', async () => {
    const { backend } = await startBackend()
    const { token } = (await createToken(backend.as('admin'), { name: 'ShipFast' })).body
    const { state } = await openTour(`/settings/api-tokens/${token.id}`, {
      from: { step: 'change', tokenId: token.id, tokenName: 'ShipFast' },
    })
    await expectStep('Keep details current')
    await click('button', 'Edit')
    const description = await field('Token Description')
    await waitFor(() => expect(state.value?.described).toBe(''))
    expect(card().queryByRole('button', { name: 'Next' })).not.toBeInTheDocument()
    await fill(description, 'Ships')
    await card().findByRole('button', { name: 'Next' })
    await next()
    await expectStep('Save your change')
    await click('button', 'Save changes')
    await expectStep('The access cannot change')
  })

  it.each(['list', 'details'])('ends when the token is deleted from its %s', async (place) => {
    const { backend } = await startBackend()
    const { token } = (await createToken(backend.as('admin'), { name: 'ShipFast' })).body
    const onList = place === 'list'
    await openTour(`/settings/api-tokens${onList ? '' : `/${token.id}`}`, {
      from: { step: onList ? 'delete' : 'access', tokenId: token.id, tokenName: 'ShipFast' },
    })
    if (onList) {
      await expectStep('Delete a token that nobody uses')
      await click('button', 'Actions for ShipFast')
      await click('menuitem', 'Delete token')
      await expectStep('Confirm the deletion')
      await click('button', 'Cancel')
      await expectStep('Delete a token that nobody uses')
      await click('button', 'Actions for ShipFast')
      await click('menuitem', 'Delete token')
    } else {
      await expectStep('The access cannot change')
      await click('button', 'Delete token')
    }
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await expectStep('You have finished the tour')
  })

  it('offers to continue with a new token if its token was deleted', async () => {
    await startBackend()
    await openTour('/settings/api-tokens', {
      from: { step: 'delete', tokenId: 'tok_gone', tokenName: 'ShipFast' },
    })
    await expectStep('The tour cannot find your token')
    await user.click(card().getByRole('button', { name: 'Continue with a new token' }))
    await expectStep('All your tokens are listed here')
  })

  it('tells an Agent that an Admin login is needed, and can continue as the Admin', async () => {
    await startBackend()
    const setView = vi.fn()
    vi.stubGlobal('edeskDemo', { setView })
    await openTour('/settings/api-tokens', { as: 'agent', from: { step: 'add' } })
    await expectStep('This needs an Admin login')
    await user.click(card().getByRole('button', { name: 'Continue as Admin' }))
    expect(setView).toHaveBeenCalledWith({ as: 'admin' })
  })

  it('leads a business with a lower plan to the plans, and continues from there', async () => {
    await startBackend()
    await openTour('/settings/api-tokens', {
      as: 'starter-admin@example.com',
      from: { step: 'add' },
    })
    await expectStep('This needs the Professional plan')
    await click('link', 'See plans')
    await click('button', 'Move to Professional')
    await expectStep('Go to API Tokens')
  })

  it('moves the focus between the card and its target with F6', async () => {
    await startBackend()
    await openTour('/settings/api-tokens/new', { from: { step: 'name' } })
    const name = await field('Token Name')
    await expectStep('Name it after the application')
    await click('button', 'Cancel')
    await expectStep('All your tokens are listed here')
    await click('link', 'Add a token')
    await expectStep('Name it after the application')
    expect(name.isConnected).toBe(false)
    const dialog = screen.getByRole('dialog', { name: 'Name it after the application' })
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6' }))
    expect(dialog).toHaveFocus()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6' }))
    expect(await field('Token Name')).toHaveFocus()
  })

  it('can be left, and resumed at the same step', async () => {
    await startBackend()
    const { state } = await openTour('/settings/api-tokens', { from: { step: 'add' } })
    await expectStep('All your tokens are listed here')
    await user.click(card().getByRole('button', { name: 'Pause tour' }))
    const resume = await screen.findByRole('button', { name: 'Resume the tour' })
    expect(resume).toHaveFocus()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.click(resume)
    await expectStep('All your tokens are listed here')
    await user.click(card().getByRole('button', { name: 'Pause tour' }))
    await click('button', 'End the tour')
    await waitFor(() => expect(state.value).toBeUndefined())
    expect(screen.queryByRole('button', { name: 'Resume the tour' })).not.toBeInTheDocument()
  })
})
