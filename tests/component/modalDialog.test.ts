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

/** jsdom has no layout: the dialog takes the part of the window from (100, 100) to (600, 400). */
function placeDialog(dialog: HTMLElement): void {
  vi.spyOn(dialog, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 100, 500, 300))
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

  describe.each(['Mouse', 'Touch'])('used by %s', (pointer) => {
    const press = pointer === 'Mouse' ? '[MouseLeft>]' : '[TouchA>]'
    const release = pointer === 'Mouse' ? '[/MouseLeft]' : '[/TouchA]'
    const outside = { clientX: 50, clientY: 50 }
    const scrollBar = { clientX: 595, clientY: 200 }

    it.each([
      ['a press on its own scroll bar', scrollBar, scrollBar],
      ['a press on its scroll bar that ends outside', scrollBar, outside],
      ['a press outside that ends on its scroll bar', outside, scrollBar],
    ])('stays open after %s', async (_what, from, to) => {
      const { dialog } = await openDialog()
      const target = dialog
      placeDialog(dialog)
      await user.pointer([
        { keys: press, target, coords: from },
        { keys: release, target, coords: to },
      ])
      await flushPromises()
      expect(dialog).toBeVisible()
    })

    it('stays open after a press inside that ends outside, such as the selection of a text', async () => {
      const { dialog } = await openDialog()
      placeDialog(dialog)
      const inside = { clientX: 300, clientY: 200 }
      await user.pointer([
        { keys: press, target: screen.getByText('This cannot be undone.'), coords: inside },
        { keys: release, target: dialog, coords: outside },
      ])
      await flushPromises()
      expect(dialog).toBeVisible()
    })

    it('closes after a press and a release on the backdrop', async () => {
      const { dialog } = await openDialog()
      placeDialog(dialog)
      await user.pointer([
        { keys: press, target: dialog, coords: outside },
        { keys: release, target: dialog, coords: outside },
      ])
      await expectClosed()
    })
  })

  it('opens again after it was closed', async () => {
    await openDialog()
    await user.keyboard('{Escape}')
    await expectClosed()
    await click('button', 'Ask')
    await screen.findByRole('dialog', { name: 'Really?' })
  })
})
