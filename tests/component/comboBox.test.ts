import { screen, waitFor } from '@testing-library/dom'
import { expect, it } from 'vitest'
import { h, reactive } from 'vue'

import ComboBox from '#src/ui/components/ComboBox.vue'

import { mountComponent } from './mountComponent.ts'
import { user } from './userActions.ts'

/** Mounts an open field named "Token". Returns its reactive options. */
function showField(...names: string[]) {
  const optionsOf = (texts: string[]) => texts.map((text) => ({ value: text, text }))
  const state = reactive({ text: '', open: true, options: optionsOf(names) })
  mountComponent(() =>
    h(ComboBox, {
      label: 'Token',
      options: state.options,
      modelValue: state.text,
      'onUpdate:modelValue': (text: string) => (state.text = text),
      open: state.open,
      'onUpdate:open': (open: boolean) => (state.open = open),
    }),
  )
  return { offer: (...texts: string[]) => (state.options = optionsOf(texts)) }
}

const active = () => screen.queryByRole('option', { selected: true })

it('keeps the active option if the next options have it', async () => {
  const { offer } = showField('ShipFast', 'Stock levels')
  await user.click(screen.getByRole('combobox'))
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(active()).toHaveTextContent('Stock levels')
  offer('Stock levels', 'Stocktaking')
  await waitFor(() => expect(screen.getByText('Stocktaking')).toBeVisible())
  expect(active()).toHaveTextContent('Stock levels')
  offer('ShipFast')
  await waitFor(() => expect(screen.getByText('ShipFast')).toBeVisible())
  expect(active()).toBeNull()
})
