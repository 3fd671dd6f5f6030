import { screen, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'

import { field, look, openPage, partOf, results, told } from './leakedKeysPage.ts'
import { click, user } from './userActions.ts'

describe('returning to the results from a found token', () => {
  /** Searches for both keys, and opens the replacement of ShipFast. */
  async function goToReplacement() {
    const page = await openPage()
    await look(`${page.key} ${page.otherKey}`)
    await results('2 keys found')
    await user.click((await partOf('ShipFast')).getByRole('link', { name: 'Replace token' }))
    await screen.findByRole('heading', { level: 1, name: 'Replace ShipFast' })
    return page
  }

  it('shows the current tokens, without the text', async () => {
    const { key, token, admin, router } = await goToReplacement()
    await admin('DELETE', `/api/tokens/${token.id}`)
    router.back()
    await screen.findByRole('heading', { level: 2, name: '2 keys found' })
    expect(screen.getByText(/The text itself was not stored/)).toBeVisible()
    await (await partOf('ShipFast')).findByText('Token deleted. eDesk refuses its key.')
    expect((await partOf('Ledgerly')).getByRole('link', { name: 'Replace token' })).toBeVisible()
    expect(field()).toHaveValue('')
    expect(document.body.innerHTML).not.toContain(key.slice(6, 18))
    await click('button', 'Clear')
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument())
    await router.push('/settings/api-tokens')
    await router.push('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument()
  })

  it('has the text of a new search', async () => {
    const { otherKey, router } = await goToReplacement()
    router.back()
    await screen.findByText(/The text itself was not stored/)
    await look(otherKey)
    await results('1 key found')
    expect(screen.queryByText(/The text itself was not stored/)).not.toBeInTheDocument()
  })

  it('shows no results after the user opened another part of eDesk', async () => {
    const { router } = await goToReplacement()
    await router.push('/settings/users')
    await screen.findByRole('heading', { level: 1, name: 'Users' })
    await router.push('/settings/api-tokens/found')
    await screen.findByRole('heading', { level: 1, name: 'Found a key?' })
    expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument()
  })
})

describe('the actions for a found token', () => {
  it('pause and resume it, and keep the focus', async () => {
    const { key, admin, token } = await openPage()
    await look(key)
    await results('1 key found')
    const part = await partOf('ShipFast')
    part.getByRole('group', { name: 'Actions for ShipFast' })
    const button = part.getByRole('button', { name: 'Pause token' })
    await user.click(button)
    await told('ShipFast is paused')
    await part.findByText('Paused')
    expect((await admin('GET', `/api/tokens/${token.id}`)).body).toMatchObject({ status: 'paused' })
    expect(part.getByRole('button', { name: 'Resume token' })).toHaveFocus()
    await user.click(button)
    await told('ShipFast works again')
    await part.findByText('Active')
  })

  it('show an error at the token if they fail', async () => {
    const { key, backend } = await openPage()
    backend.network.use(
      http.post('*/api/tokens/:id/pause', () => HttpResponse.json({}, { status: 503 })),
    )
    await look(key)
    await results('1 key found')
    const part = await partOf('ShipFast')
    await user.click(part.getByRole('button', { name: 'Pause token' }))
    await part.findByRole('alert')
    expect(part.getByText('Active')).toBeVisible()
  })

  it('delete it, and move the focus to its heading', async () => {
    const { key, otherKey } = await openPage()
    await look(`${otherKey} ${key}`)
    await results('2 keys found')
    await user.click((await partOf('ShipFast')).getByRole('button', { name: 'Delete token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await told('ShipFast was deleted')
    const part = await partOf('ShipFast')
    await part.findByText('Token deleted. eDesk refuses its key.')
    expect(part.queryByRole('button')).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('heading', { name: 'ShipFast' })).toHaveFocus())
    expect((await partOf('Ledgerly')).getByRole('button', { name: 'Delete token' })).toBeVisible()
  })

  it('are removed together with the results by "Clear"', async () => {
    const { key } = await openPage()
    await look(key)
    await results('1 key found')
    await click('button', 'Clear')
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument())
    expect(field()).toHaveValue('')
    expect(field()).toHaveFocus()
  })
})
