import { screen } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'

import { ApiError, type ApiErrorKind } from '#src/api/apiError.ts'
import { problemTypeValues } from '#src/api/generated/values.ts'
import ErrorState from '#src/ui/ErrorState.vue'
import { showStatus } from '#src/ui/statusMessage.ts'
import StatusMessage from '#src/ui/StatusMessage.vue'

import { mountPart } from './mountPart.ts'
import { click } from './userActions.ts'

describe('the status region', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.useRealTimers()
  })

  const said = () => screen.getByRole('status').textContent
  const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

  it('is there before it says anything, and says one thing for some seconds', async () => {
    mountPart(StatusMessage)
    expect(said()).toBe('')
    showStatus('ShipFast was deleted')
    await passes(7)
    expect(said()).toBe('ShipFast was deleted')
    await passes(1)
    expect(said()).toBe('')
  })

  it('gives the next thing its whole time', async () => {
    mountPart(StatusMessage)
    showStatus('First')
    await passes(7)
    showStatus('Second')
    await passes(7)
    expect(said()).toBe('Second')
  })
})

const kinds = [
  ...problemTypeValues.map((type) => type.replace('/problems/', '') as ApiErrorKind),
  'unreachable',
  'no-answer',
  'unreadable',
] as const

describe('what stands where something could not be loaded', () => {
  it.each(kinds)('has words of its own for %s', (kind) => {
    mountPart(() => h(ErrorState, { error: new ApiError(kind) }))
    const { textContent } = screen.getByRole('alert')
    expect(textContent).toMatch(/^This could not be loaded.+\.$/)
    expect(textContent).not.toContain(kind)
  })

  it('offers to try again', async () => {
    const retried = vi.fn()
    mountPart(() => h(ErrorState, { error: new ApiError('unreachable'), onRetry: retried }))
    await click('button', 'Retry')
    expect(retried).toHaveBeenCalledTimes(1)
  })
})
