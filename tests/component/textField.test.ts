import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { h, reactive } from 'vue'

import TextField from '#src/ui/components/TextField.vue'

import { mountComponent } from './mountComponent.ts'
import { fill } from './userActions.ts'

type Props = Partial<InstanceType<typeof TextField>['$props']>

/** Mounts a field named "Token Name". Returns its reactive text and error. */
function showField(props: Props = {}) {
  const state = reactive<{ text: string; error: string | undefined }>({
    text: '',
    error: undefined,
  })
  mountComponent(() =>
    h(TextField, {
      label: 'Token Name',
      hint: 'After the application',
      error: state.error,
      modelValue: state.text,
      'onUpdate:modelValue': (text: string) => (state.text = text),
      ...props,
    }),
  )
  return state
}

const field = (options = {}) => screen.getByRole('textbox', { name: 'Token Name', ...options })

describe.each([
  ['with one line', {}],
  ['with several lines', { multiline: true }],
])('a text field %s', (_kind, kind) => {
  it('has its label as name and its hint as description, and emits its text', async () => {
    const state = showField({ ...kind, required: true })
    await fill(field({ description: 'After the application' }), 'ShipFast')
    expect(state.text).toBe('ShipFast')
    expect(field()).toHaveProperty('required', true)
    expect(field().getAttribute('aria-invalid')).toBeNull()
    expect(screen.getByLabelText('Token Name')).toBe(field())
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('shows an error instead of its hint', async () => {
    const state = showField(kind)
    state.error = 'Enter a name.'
    await waitFor(() => field({ description: 'Enter a name.' }))
    expect(field()).toHaveAttribute('aria-invalid', 'true')
    expect(screen.queryByText('After the application')).not.toBeInTheDocument()
    state.error = undefined
    await waitFor(() => field({ description: 'After the application' }))
    expect(field().getAttribute('aria-invalid')).toBeNull()
  })

  it('counts characters as users do, also above the limit', async () => {
    showField({ ...kind, limit: 3 })
    expect(screen.getByText('0 of 3 characters used')).toBeVisible()
    await fill(field(), '👨‍👩‍👧‍👦é')
    await screen.findByText('2 of 3 characters used')
    await fill(field(), 'abcd')
    await screen.findByText('4 of 3 characters used')
    expect(field()).toHaveValue('abcd')
  })
})

describe('a text field', () => {
  it('hides a password', () => {
    showField({ label: 'Password', type: 'password', autocomplete: 'current-password' })
    expect(screen.getByLabelText('Password')).toMatchObject({
      type: 'password',
      autocomplete: 'current-password',
    })
  })
})
