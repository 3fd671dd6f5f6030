import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { focusOn } from '../support/focusOn.ts'

/** Opens the token list as an Admin, with one token. */
async function openList(): Promise<void> {
  const { backend } = await openApp({ as: 'admin', at: '/settings/api-tokens' })
  await backend.addToken()
  announceChange()
  await expect.element(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
}

it('moves through a menu with arrow keys, Home, End and letters, and returns the focus on Escape', async () => {
  await openApp({ at: '/login' })
  const button = page.getByRole('button', { name: /Appearance/ })
  const item = (name: string) => page.getByRole('menuitemradio', { name })
  await expect.element(button).toBeVisible()
  focusOn(button)
  await userEvent.keyboard('{Enter}')
  await expect.element(item('System')).toHaveFocus()
  for (const [key, name] of [
    ['{ArrowDown}', 'Light'],
    ['{End}', 'Dark'],
    ['{ArrowDown}', 'System'],
    ['{ArrowUp}', 'Dark'],
    ['{Home}', 'System'],
    ['l', 'Light'],
  ] as const) {
    await userEvent.keyboard(key)
    await expect.element(item(name)).toHaveFocus()
  }
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
})

it('shows the exact time on hover, and hides it on Escape', async () => {
  await openList()
  const times = page.getByRole('table').getByRole('time')
  const tooltip = page.getByRole('tooltip')
  await times.first().hover()
  await expect.element(tooltip).toMatchTextContent(/20\d\d, .*\(Ireland Time\)/)
  await times.last().hover()
  await expect.element(tooltip).toMatchTextContent(/20\d\d at .*GMT/)
  await userEvent.keyboard('{Escape}')
  await expect.element(tooltip).not.toBeInTheDocument()
})

it('keeps the focus inside a dialog', async () => {
  await openList()
  await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete ShipFast?' })
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  for (let step = 0; step < 6; step += 1) {
    await userEvent.keyboard('{Tab}')
    // The body is the active element while the focus is in the browser's own controls.
    const inside =
      document.activeElement === document.body || dialog.element().contains(document.activeElement)
    expect(inside).toBe(true)
  }
})
