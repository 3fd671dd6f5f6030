import { screen } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'

import { ApiError, type ApiErrorKind } from '#src/api/apiError.ts'
import { problemTypeValues } from '#src/api/generated/values.ts'
import ErrorState from '#src/ui/components/ErrorState.vue'
import { endToastOfPage, forgetToasts, recentToasts, showToast } from '#src/ui/lib/toast.ts'
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

  it.each([
    ['the mouse', 'mouseenter', 'mouseleave'],
    ['the focus', 'focusin', 'focusout'],
  ])('keeps a message while %s is in it', async (_case, enter, leave) => {
    mountComponent(ToastMessage)
    showToast('ShipFast was deleted')
    await advance(7)
    const box = screen.getByRole('status').parentElement ?? document.body
    box.dispatchEvent(new Event(enter))
    await advance(60)
    expect(message()).toBe('ShipFast was deleted')
    box.dispatchEvent(new Event(leave))
    await advance(7)
    expect(message()).toBe('ShipFast was deleted')
    await advance(1)
    expect(message()).toBe('')
  })

  it('ends a message with its button, and when the user goes to another page', async () => {
    mountComponent(ToastMessage)
    showToast('ShipFast was deleted')
    await advance(1)
    screen.getByRole('button', { name: 'Dismiss message' }).click()
    await advance(0)
    expect(message()).toBe('')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    showToast('Copied')
    await advance(1)
    endToastOfPage()
    await advance(0)
    expect(message()).toBe('')
  })

  it('remembers the last five messages, until another user logs in', () => {
    for (let number = 1; number <= 6; number += 1) showToast(`Message ${number}`)
    expect(recentToasts.value).toEqual([6, 5, 4, 3, 2].map((number) => `Message ${number}`))
    forgetToasts()
    expect(recentToasts.value).toEqual([])
  })

  it('keeps a message on the page that its action leads to, and not on the one after', async () => {
    mountComponent(ToastMessage)
    showToast('ShipFast was deleted', { staysOnNextPage: true })
    await advance(1)
    endToastOfPage()
    await advance(1)
    expect(message()).toBe('ShipFast was deleted')
    endToastOfPage()
    await advance(0)
    expect(message()).toBe('')
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
