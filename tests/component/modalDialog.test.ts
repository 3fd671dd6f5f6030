import { fireEvent, screen, waitFor } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'

import ModalDialog from '#src/ui/ModalDialog.vue'

import { press, pressKey } from './hands.ts'
import { mountPart } from './mountPart.ts'

async function openDialog() {
  const closed = vi.fn()
  mountPart(
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
  expect(screen.queryByRole('dialog')).toBeNull()
  press(screen.getByRole('button', { name: 'Ask' }))
  return { dialog: await screen.findByRole('dialog', { name: 'Really?' }), closed }
}

async function expectGone(): Promise<void> {
  await waitFor(() => expect(screen.queryByText('This cannot be undone.')).toBeNull())
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' }))
}

describe('a dialog', () => {
  it('is named by its title, which is its heading, and takes the focus where it was told to', async () => {
    const { closed } = await openDialog()
    expect(screen.getByRole('heading', { level: 2, name: 'Really?' })).toBeDefined()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'No' }))
    expect(closed).not.toHaveBeenCalled()
  })

  it.each([
    ['a button in it', () => press(screen.getByRole('button', { name: 'Yes' }))],
    ['Escape', () => pressKey('Escape')],
    ['a press beside it', () => fireEvent.mouseDown(screen.getByRole('dialog'))],
  ])('is closed by %s, gives the focus back and tells of it once', async (_way, close) => {
    const { closed } = await openDialog()
    close()
    await expectGone()
    await waitFor(() => expect(closed).toHaveBeenCalledTimes(1))
  })

  it('stays where something in it is pressed', async () => {
    await openDialog()
    fireEvent.mouseDown(screen.getByText('This cannot be undone.'))
    await flushPromises()
    expect(screen.getByRole('dialog')).toBeDefined()
  })

  it('opens again after it was closed', async () => {
    await openDialog()
    pressKey('Escape')
    await expectGone()
    press(screen.getByRole('button', { name: 'Ask' }))
    await screen.findByRole('dialog', { name: 'Really?' })
  })
})
