import { screen, waitFor } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'

import ModalDialog from '#src/ui/components/ModalDialog.vue'

import { mountComponent } from './mountComponent.ts'
import { click, user } from './userActions.ts'

async function openDialog() {
  const closed = vi.fn()
  mountComponent(
    defineComponent({
      components: { ModalDialog },
      setup: () => ({ open: ref(false), closed }),
      template: `
        <button @click="open = true">Ask</button>
        <ModalDialog v-model:open="open" title="Really?" @closed="closed">
          <p>This cannot be undone.</p>
          <template #actions>
            <button @click="open = false">Yes</button>
            <button autofocus @click="open = false">No</button>
          </template>
        </ModalDialog>`,
    }),
  )
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await click('button', 'Ask')
  return { dialog: await screen.findByRole('dialog', { name: 'Really?' }), closed }
}

async function expectClosed(): Promise<void> {
  await waitFor(() => expect(screen.queryByText('This cannot be undone.')).not.toBeInTheDocument())
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Ask' })).toHaveFocus()
}

describe('a dialog', () => {
  it('has its title as name and heading, and moves the focus to its autofocus element', async () => {
    const { closed } = await openDialog()
    expect(screen.getByRole('heading', { level: 2, name: 'Really?' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'No' })).toHaveFocus()
    expect(closed).not.toHaveBeenCalled()
  })

  it.each([
    ['a button in it', () => click('button', 'Yes')],
    ['Escape', () => user.keyboard('{Escape}')],
    ['a click on the backdrop', () => user.click(screen.getByRole('dialog'))],
  ])('closes with %s, returns the focus, and emits "closed" once', async (_trigger, close) => {
    const { closed } = await openDialog()
    await close()
    await expectClosed()
    await waitFor(() => expect(closed).toHaveBeenCalledTimes(1))
  })

  it('stays open after a click inside', async () => {
    await openDialog()
    await user.click(screen.getByText('This cannot be undone.'))
    await flushPromises()
    expect(screen.getByRole('dialog')).toBeVisible()
  })

  it('opens again after it was closed', async () => {
    await openDialog()
    await user.keyboard('{Escape}')
    await expectClosed()
    await click('button', 'Ask')
    await screen.findByRole('dialog', { name: 'Really?' })
  })
})
