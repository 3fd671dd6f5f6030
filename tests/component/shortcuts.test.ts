import { screen, waitFor, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it } from 'vitest'

import { shortcutsEnabled } from '#src/ui/lib/shortcuts.ts'
import { openApp } from '#src/kit/vitest.ts'

import { address, box, names, startWithManyTokens } from './tokenListQueries.ts'
import { user } from './userActions.ts'

beforeEach(() => {
  shortcutsEnabled.value = true
})

async function openList(): Promise<void> {
  await startWithManyTokens(3)
  await openApp({ at: `${address}?sort=name`, as: 'admin' })
  await names()
}

function press(key: string, code: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))
}

const link = (name: string) => screen.getByRole('link', { name })

describe('the keyboard shortcuts of the list', () => {
  it('search with /, which is a character in the field', async () => {
    await openList()
    const field = screen.getByRole('searchbox')
    await user.keyboard('/')
    expect(field).toHaveFocus()
    expect(field).toHaveValue('')
    await user.keyboard('/c?')
    expect(field).toHaveValue('/c?')
  })

  it('add a token with C', async () => {
    await openList()
    await user.keyboard('c')
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  })

  it('are the keys at the same place on a keyboard with Arabic letters', async () => {
    await openList()
    const field = screen.getByRole('searchbox')
    press('ظ', 'Slash')
    expect(field).toHaveFocus()
    field.blur()
    press('ؤ', 'KeyC')
    await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  })

  it('move between the rows with the arrow keys, and select a row with X', async () => {
    await openList()
    link('Token 1').focus()
    await user.keyboard('{ArrowUp}')
    expect(link('Token 1')).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowDown}x')
    expect(link('Token 3')).toHaveFocus()
    expect(box('Select Token 3')).toBeChecked()
    await user.keyboard('{ArrowUp}')
    expect(link('Token 2')).toHaveFocus()
    box('Select Token 3').focus()
    await user.keyboard('{ArrowUp}{ArrowUp}X')
    expect(box('Select Token 1')).toHaveFocus()
    expect(box('Select Token 1')).toBeChecked()
    await user.keyboard('x')
    expect(box('Select Token 1')).not.toBeChecked()
  })

  it('are listed with ?, where they can be turned off', async () => {
    await openList()
    await user.keyboard('?')
    const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }))
    expect(dialog.getByText('Search')).toBeVisible()
    await user.click(dialog.getByRole('checkbox', { name: 'Use single-key shortcuts' }))
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    link('Token 1').focus()
    await user.keyboard('x/c?')
    expect(box('Select Token 1')).not.toBeChecked()
    expect(link('Token 1')).toHaveFocus()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(localStorage.getItem('edesk-shortcuts')).toBe('off')
    localStorage.removeItem('edesk-shortcuts')
  })

  it('do nothing with a modifier key, which is for the browser', async () => {
    await openList()
    link('Token 1').focus()
    await user.keyboard('{Control>}c{/Control}{Meta>}x{/Meta}')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('API Tokens')
    expect(box('Select Token 1')).not.toBeChecked()
  })
})
