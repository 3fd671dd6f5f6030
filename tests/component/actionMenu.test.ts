import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'

import ActionMenu from '#src/ui/components/ActionMenu.vue'

import { mountComponent } from './mountComponent.ts'
import { click, user } from './userActions.ts'

function showMenu() {
  const runs = { copy: vi.fn(), pause: vi.fn(), remove: vi.fn() }
  const icon = 'M0 0h24v24H0z'
  const actions = [
    { text: 'Copy', icon, run: runs.copy },
    { text: 'Pause', icon, run: runs.pause },
    { text: 'Delete token', icon, run: runs.remove },
  ]
  mountComponent(() => h(ActionMenu, { label: 'Actions for ShipFast', actions }, () => '…'))
  return runs
}

const button = () => screen.getByRole('button', { name: 'Actions for ShipFast' })

async function openMenu() {
  const runs = showMenu()
  await user.click(button())
  await expectFocusOn('Copy')
  return runs
}

async function expectFocusOn(item: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('menuitem', { name: item })).toHaveFocus())
}

async function expectClosed(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('menuitem')).not.toBeInTheDocument())
  expect(button()).toHaveAttribute('aria-expanded', 'false')
}

describe('an action menu', () => {
  it('is closed at first, and its button announces a menu', () => {
    showMenu()
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(button()).toHaveAttribute('aria-haspopup', 'menu')
    expect(button()).toHaveAttribute('aria-expanded', 'false')
  })

  it('opens on click, with its name, its items and the focus on the first item', async () => {
    await openMenu()
    expect(screen.getByRole('menu', { name: 'Actions for ShipFast' })).toBeVisible()
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent.trim())
    expect(items).toEqual(['Copy', 'Pause', 'Delete token'])
    expect(button()).toHaveAttribute('aria-expanded', 'true')
  })

  it('opens with the arrow down key', async () => {
    showMenu()
    button().focus()
    await user.keyboard('{ArrowDown}')
    await expectFocusOn('Copy')
  })

  it('moves the focus with arrow keys, and wraps at both ends', async () => {
    await openMenu()
    await user.keyboard('{ArrowDown}')
    await expectFocusOn('Pause')
    await user.keyboard('{ArrowDown}')
    await user.keyboard('{ArrowDown}')
    await expectFocusOn('Copy')
    await user.keyboard('{ArrowUp}')
    await expectFocusOn('Delete token')
    await user.keyboard('{ArrowUp}')
    await expectFocusOn('Pause')
  })

  it('moves the focus with Home and End, and to an item by its first letter', async () => {
    await openMenu()
    await user.keyboard('{End}')
    await expectFocusOn('Delete token')
    await user.keyboard('{Home}')
    await expectFocusOn('Copy')
    await user.keyboard('{p}')
    await expectFocusOn('Pause')
    await user.keyboard('{D}')
    await expectFocusOn('Delete token')
    await user.keyboard('{x}')
    await expectFocusOn('Delete token')
  })

  it('closes with Escape, returns the focus to its button, and runs nothing', async () => {
    const runs = await openMenu()
    await user.keyboard('{Escape}')
    await expectClosed()
    expect(button()).toHaveFocus()
    for (const run of Object.values(runs)) expect(run).not.toHaveBeenCalled()
  })

  it('runs the chosen action once, and closes', async () => {
    const runs = await openMenu()
    await click('menuitem', 'Pause')
    await expectClosed()
    expect(runs.pause).toHaveBeenCalledTimes(1)
    expect(runs.copy).not.toHaveBeenCalled()
    expect(button()).toHaveFocus()
  })
})

describe('a menu in another language', () => {
  it('moves to the item with a letter, whatever its accents', async () => {
    const texts = ['نسخ', 'إيقاف مؤقت', 'Łódź', 'Émettre', 'カード']
    const actions = texts.map((text) => ({ text, icon: 'M0 0h24v24H0z' }))
    mountComponent(() => h(ActionMenu, { label: 'Actions for ShipFast', actions }, () => '…'))
    await user.click(button())
    await expectFocusOn('نسخ')
    for (const [key, text] of [
      ['ا', 'إيقاف مؤقت'],
      ['l', 'Łódź'],
      ['e', 'Émettre'],
      ['ｶ', 'カード'],
      ['ن', 'نسخ'],
    ] as const) {
      await user.keyboard(key)
      await expectFocusOn(text)
    }
  })
})
