import { screen, waitFor } from '@testing-library/dom'
import { expect, it, vi } from 'vitest'
import { h } from 'vue'

import ActionMenu from '#src/ui/components/ActionMenu.vue'
import * as panel from '#src/ui/components/menuPanel.ts'
import { toastMessage } from '#src/ui/lib/toast.ts'

import { mountComponent } from './mountComponent.ts'
import { click } from './userActions.ts'

it('says so if the files of a menu do not load, and tries again with the next click', async () => {
  const actions = [{ text: 'Copy', icon: 'M0 0h24v24H0z' }]
  mountComponent(() => h(ActionMenu, { label: 'Actions', actions }, () => '…'))
  const load = vi.spyOn(panel, 'loadMenuPanel').mockRejectedValue(new TypeError('Failed to fetch'))
  await click('button', 'Actions')
  await waitFor(() => expect(toastMessage.value).toMatch(/could not be loaded/))
  expect(screen.getByRole('button', { name: 'Actions' })).toHaveAttribute('aria-expanded', 'false')

  load.mockRestore()
  await click('button', 'Actions')
  await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Copy' })).toHaveFocus())
})
