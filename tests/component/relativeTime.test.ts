import { screen } from '@testing-library/dom'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'

import RelativeTime from '#src/ui/RelativeTime.vue'

import { pressKey } from './hands.ts'
import { mountPart } from './mountPart.ts'

// Before the screen's clock starts, which is when its module is loaded.
vi.hoisted(() => vi.useFakeTimers({ now: new Date('2026-11-24T09:00:00Z') }))
afterAll(() => {
  vi.useRealTimers()
})

function show(at: string): HTMLElement {
  mountPart(() => h(RelativeTime, { at }))
  return screen.getByRole('time')
}

async function passes(minutes: number): Promise<void> {
  vi.advanceTimersByTime(minutes * 60_000)
  await nextTick()
}

describe('a time', () => {
  it('is told as people say it, and updates itself as time passes', async () => {
    const time = show('2026-11-24T09:00:00Z')
    expect(time.textContent).toBe('now')
    await passes(1.5)
    expect(time.textContent).toBe('1 minute ago')
    await passes(62)
    expect(time.textContent).toBe('1 hour ago')
    await passes(24 * 60)
    expect(time.textContent).toBe('yesterday')
    expect(time.getAttribute('datetime')).toBe('2026-11-24T09:00:00Z')
  })

  it('shows the exact one while it has the focus, until Escape', async () => {
    const time = show('2026-11-20T09:00:00Z')
    expect(screen.queryByRole('tooltip')).toBeNull()
    time.focus()
    await nextTick()
    expect(screen.getByRole('tooltip').textContent).toMatch(/Friday, November 20, 2026/)
    pressKey('Escape')
    await nextTick()
    expect(screen.queryByRole('tooltip')).toBeNull()
    time.blur()
    time.focus()
    await nextTick()
    expect(screen.getByRole('tooltip')).toBeDefined()
    time.blur()
    await nextTick()
    expect(screen.queryByRole('tooltip')).toBeNull()
  })

  it('is described by the exact one at any moment', () => {
    show('2026-11-20T09:00:00Z')
    expect(screen.getByRole('time', { description: /Friday, November 20, 2026/ })).toBeDefined()
  })
})
