import { screen } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'

import { ApiError, type ApiErrorKind } from '#src/api/apiError.ts'
import { problemTypeValues } from '#src/api/generated/values.ts'
import ErrorState from '#src/ui/components/ErrorState.vue'
import { showToast } from '#src/ui/lib/toast.ts'
import ToastMessage from '#src/ui/components/ToastMessage.vue'

import { mountComponent } from './mountComponent.ts'
import { click } from './userActions.ts'

describe('the status region', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.useRealTimers()
  })

  const message = () => screen.getByRole('status').textContent
  const advance = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

  it('exists before the first message, and shows a message for eight seconds', async () => {
    mountComponent(ToastMessage)
    expect(message()).toBe('')
    showToast('ShipFast was deleted')
    await advance(7)
    expect(message()).toBe('ShipFast was deleted')
    await advance(1)
    expect(message()).toBe('')
  })

  it('shows the next message for the full time', async () => {
    mountComponent(ToastMessage)
    showToast('First')
    await advance(7)
    showToast('Second')
    await advance(7)
    expect(message()).toBe('Second')
  })
})

const kinds = [
  ...problemTypeValues.map((type) => type.replace('/problems/', '') as ApiErrorKind),
  'unreachable',
  'no-answer',
  'unreadable',
] as const

describe('the error state', () => {
  it.each(kinds)('has its own text for %s', (kind) => {
    mountComponent(() => h(ErrorState, { error: new ApiError(kind) }))
    const { textContent } = screen.getByRole('alert')
    expect(textContent).toMatch(/^This could not be loaded.+\.$/)
    expect(textContent).not.toContain(kind)
  })

  it('can retry', async () => {
    const retried = vi.fn()
    mountComponent(() => h(ErrorState, { error: new ApiError('unreachable'), onRetry: retried }))
    await click('button', 'Retry')
    expect(retried).toHaveBeenCalledTimes(1)
  })
})
