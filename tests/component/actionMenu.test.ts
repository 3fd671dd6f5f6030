import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'

import ActionMenu from '#src/ui/ActionMenu.vue'

import { press, pressKey } from './hands.ts'
import { mountPart } from './mountPart.ts'

function showMenu() {
  const runs = { copy: vi.fn(), pause: vi.fn(), remove: vi.fn() }
  const icon = 'M0 0h24v24H0z'
  const actions = [
    { text: 'Copy', icon, run: runs.copy },
    { text: 'Pause', icon, run: runs.pause },
    { text: 'Delete token', icon, run: runs.remove },
  ]
  mountPart(() => h(ActionMenu, { label: 'Actions for ShipFast', actions }, () => '…'))
  return runs
}

const button = () => screen.getByRole('button', { name: 'Actions for ShipFast' })

async function openMenu() {
  const runs = showMenu()
  press(button())
  await expectFocusOn('Copy')
  return runs
}

async function expectFocusOn(item: string): Promise<void> {
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: item })),
  )
}

async function expectClosed(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull())
  expect(button().getAttribute('aria-expanded')).toBe('false')
}

describe('a menu of actions', () => {
  it('is closed at first, and says that there is one', () => {
    showMenu()
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button().getAttribute('aria-haspopup')).toBe('menu')
    expect(button().getAttribute('aria-expanded')).toBe('false')
  })

  it('opens by a press with its name, its items and the focus on the first', async () => {
    await openMenu()
    expect(screen.getByRole('menu', { name: 'Actions for ShipFast' })).toBeDefined()
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent.trim())
    expect(items).toEqual(['Copy', 'Pause', 'Delete token'])
    expect(button().getAttribute('aria-expanded')).toBe('true')
  })

  it('opens by the arrow down', async () => {
    showMenu()
    button().focus()
    pressKey('ArrowDown')
    await expectFocusOn('Copy')
  })

  it('is walked by arrows, round both ends', async () => {
    await openMenu()
    pressKey('ArrowDown')
    await expectFocusOn('Pause')
    pressKey('ArrowDown')
    pressKey('ArrowDown')
    await expectFocusOn('Copy')
    pressKey('ArrowUp')
    await expectFocusOn('Delete token')
    pressKey('ArrowUp')
    await expectFocusOn('Pause')
  })

  it('goes to its ends by Home and End, and to an item by its first letter', async () => {
    await openMenu()
    pressKey('End')
    await expectFocusOn('Delete token')
    pressKey('Home')
    await expectFocusOn('Copy')
    pressKey('p')
    await expectFocusOn('Pause')
    pressKey('D')
    await expectFocusOn('Delete token')
    pressKey('x')
    await expectFocusOn('Delete token')
  })

  it('is closed by Escape, with the focus back on its button and nothing done', async () => {
    const runs = await openMenu()
    pressKey('Escape')
    await expectClosed()
    expect(document.activeElement).toBe(button())
    for (const run of Object.values(runs)) expect(run).not.toHaveBeenCalled()
  })

  it('does what was chosen, once, and is closed', async () => {
    const runs = await openMenu()
    press(screen.getByRole('menuitem', { name: 'Pause' }))
    await expectClosed()
    expect(runs.pause).toHaveBeenCalledTimes(1)
    expect(runs.copy).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button())
  })
})
