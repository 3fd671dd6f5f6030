import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'

import { selectAllMatching, typeNumber } from './selectTokens.ts'
import { address, box, names, startWithManyTokens, toolbar } from './tokenListQueries.ts'
import { click, user } from './userActions.ts'

/** A response that says for certain that nothing was done. */
const refusal = {
  type: '/problems/admin-required',
  title: 'Admin login required',
  status: 403,
}

const lostAnswer = {
  operation: 'changeTokens',
  what: 'lost-after-commit',
  when: { nth: 1 },
} as const

describe('selected tokens', () => {
  it('can be all matching tokens on all pages, which are paused in batches of a hundred', async () => {
    const { backend } = await startWithManyTokens(230)
    await openApp({ at: `${address}?search=token`, as: 'admin' })
    await selectAllMatching(230)
    expect((await toolbar()).getByRole('button', { name: 'Export' })).toHaveFocus()
    await user.click(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    const question = within(await screen.findByRole('dialog', { name: 'Pause 230 tokens?' }))
    expect(
      question.getByText('Requests with these tokens are refused until you resume them.'),
    ).toBeVisible()
    expect(backend.requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(0)
    await user.click(question.getByRole('button', { name: 'Pause 230 tokens' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('230 tokens were paused'),
    )
    expect(backend.requests.filter((sent) => sent.includes('token-batches'))).toHaveLength(3)
    const tokens = await backend.tokens()
    expect(tokens.filter(({ pausedAt }) => pausedAt === null)).toEqual([])
  })

  it('are partly deleted if a batch fails: the dialog shows that, and can continue with the rest', async () => {
    const { backend } = await startWithManyTokens(150)
    await openApp({ at: address, as: 'admin' })
    await selectAllMatching(150)
    let calls = 0
    backend.network.use(
      http.post('*/api/token-batches', () => {
        calls += 1
        return calls === 2 ? HttpResponse.error() : undefined
      }),
    )
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await typeNumber('150')
    await click('button', 'Delete 150 tokens')
    const dialog = within(screen.getByRole('dialog'))
    const alert = await dialog.findByRole('alert')
    expect(alert).toHaveTextContent(
      '100 tokens are done. We can’t tell whether 50 tokens were deleted. Select Continue to finish.',
    )
    const bar = dialog.getByRole('progressbar', { name: 'Deleting tokens' })
    expect(bar).toHaveAttribute('aria-valuetext', '100 of 150')
    await user.click(dialog.getByRole('button', { name: 'Continue' }))
    await screen.findByText('No API tokens yet')
    expect(screen.getByRole('status')).toHaveTextContent('150 tokens were deleted')
  })

  it('are all reported if a batch was refused before it ran', async () => {
    const { backend } = await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    backend.network.use(
      http.post('*/api/token-batches', () => HttpResponse.json(refusal, { status: 403 }), {
        once: true,
      }),
    )
    await click('button', 'Delete 3 tokens')
    const dialog = within(screen.getByRole('dialog'))
    await dialog.findByRole('alert')
    await backend.storage.write((db) => db.delete('tokens', 'tok_2'))
    await user.click(dialog.getByRole('button', { name: 'Continue' }))
    const missing = await dialog.findByText('This token no longer existed:')
    expect(missing.parentElement?.textContent).toContain('Token 2')
  })

  it('may all be paused although the response was lost, so the dialog does not say how many', async () => {
    const { backend, demo } = await startWithManyTokens(3)
    await demo.setView({ faults: [lostAnswer] })
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    await click('button', 'Pause 3 tokens')
    const dialog = within(screen.getByRole('dialog'))
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'We can’t tell whether 3 tokens were paused. Select Continue to finish.',
    )
    expect((await backend.tokens()).filter(({ pausedAt }) => pausedAt === null)).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Continue' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('3 tokens were paused'),
    )
  })

  it('are known not to be paused if the batch was refused', async () => {
    const { backend } = await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    backend.network.use(
      http.post('*/api/token-batches', () => HttpResponse.json(refusal, { status: 403 })),
    )
    await user.click(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    await click('button', 'Pause 3 tokens')
    const dialog = within(screen.getByRole('dialog'))
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'No tokens have been paused yet. Select Continue to finish.',
    )
  })

  it('can be stopped between two batches', async () => {
    const { backend } = await startWithManyTokens(150)
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    await openApp({ at: address, as: 'admin' })
    await selectAllMatching(150)
    backend.network.use(http.post('*/api/token-batches', () => held, { once: true }))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    await click('button', 'Pause 150 tokens')
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(await dialog.findByRole('button', { name: 'Stop' }))
    release(undefined)
    await dialog.findByText('100 tokens are done. Select Continue to finish.')
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Close' })).toHaveFocus())
    const tokens = await backend.tokens()
    expect(tokens.filter(({ pausedAt }) => pausedAt !== null)).toHaveLength(100)
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await (await toolbar()).findByText('50 tokens selected')
  })

  it('stop being paused if the dialog is closed, and a message shows the progress', async () => {
    const { backend } = await startWithManyTokens(150)
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    await openApp({ at: address, as: 'admin' })
    await selectAllMatching(150)
    backend.network.use(http.post('*/api/token-batches', () => held, { once: true }))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Pause' }))
    await click('button', 'Pause 150 tokens')
    await screen.findByRole('progressbar')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    release(undefined)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('100 tokens are done'))
    // Outside the dialog, there is no button "Continue".
    expect(screen.getByRole('status')).not.toHaveTextContent('Continue')
    await (await toolbar()).findByText('50 tokens selected')
  })

  it('are listed by name if they no longer exist', async () => {
    const { backend } = await startWithManyTokens(3)
    await openApp({ at: address, as: 'admin' })
    await names()
    await user.click(box('Select all'))
    await backend.storage.write((db) => db.delete('tokens', 'tok_2'))
    await user.click(await (await toolbar()).findByRole('button', { name: 'Delete' }))
    await click('button', 'Delete 3 tokens')
    const dialog = within(screen.getByRole('dialog'))
    expect(
      (await dialog.findByText('This token no longer existed:')).parentElement?.textContent,
    ).toContain('Token 2')
  })
})
