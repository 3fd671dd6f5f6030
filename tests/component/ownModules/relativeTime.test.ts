import { screen } from '@testing-library/dom'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'

import { relativeTime } from '#src/ui/lib/relativeTime.ts'
import { msPerMinute } from '#src/shared/time.ts'

import { mountComponent } from '../mountComponent.ts'
import { user } from '../userActions.ts'

// The clock module starts its timer on import. Another test file may have imported it before, with real timers.
vi.useFakeTimers({ now: new Date(2026, 10, 24, 9) })
vi.resetModules()
const { default: RelativeTime } = await import('#src/ui/components/RelativeTime.vue')
afterAll(() => {
  vi.useRealTimers()
})

function show(at: string): HTMLElement {
  mountComponent(() => h(RelativeTime, { at }))
  return screen.getByRole('time')
}

async function advance(minutes: number): Promise<void> {
  vi.advanceTimersByTime(minutes * msPerMinute)
  await nextTick()
}

describe('a relative time', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const now = new Date(2026, 10, 24, 22, 0)
  const at = ([year, month, date, hour]: readonly [number, number, number, number]) =>
    relativeTime(new Date(year, month, date, hour), now, { locale: 'en', timeZone })

  it.each([
    [[2026, 10, 24, 23], 'in 1 hour'],
    [[2026, 10, 25, 21], 'in 23 hours'],
    [[2026, 10, 25, 23], 'tomorrow'],
    [[2026, 10, 26, 23], 'in 2 days'],
    [[2026, 11, 7, 1], 'in 13 days'],
    [[2026, 10, 22, 23], '2 days ago'],
    [[2026, 10, 23, 1], 'yesterday'],
    [[2026, 11, 24, 9], 'in 1 month'],
    [[2027, 1, 22, 9], 'in 3 months'],
    [[2027, 10, 24, 9], 'in 1 year'],
    [[2026, 8, 27, 9], '1 month ago'],
    [[2024, 11, 1, 9], '1 year ago'],
  ] as const)('for %j is "%s"', (date, words) => {
    expect(at(date)).toBe(words)
  })

  it.each([
    ['UTC', 'tomorrow'],
    ['Pacific/Auckland', 'in 2 days'],
    ['America/Los_Angeles', 'in 2 days'],
  ])('counts the days of the business, wherever the device is: %s', (zone, words) => {
    const from = new Date(zone === 'UTC' ? '2026-11-24T10:30:00Z' : '2026-11-24T10:59:00Z')
    const to = {
      UTC: '2026-11-25T23:59:00Z',
      'Pacific/Auckland': '2026-11-25T11:00:00Z',
      'America/Los_Angeles': '2026-11-26T08:00:00Z',
    }[zone]
    expect(relativeTime(new Date(to ?? ''), from, { locale: 'en', timeZone: zone })).toBe(words)
  })

  it('abbreviates as the region of the reader does', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-IE'])
    const from = new Date(now.getTime() - 14 * msPerMinute)
    expect(relativeTime(from, now, { locale: 'en', timeZone, short: true })).toBe('14 min ago')
  })

  it('is "tomorrow" only on the next calendar day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1440, max: 40_000 }),
        (minute, later) => {
          const from = new Date(2026, 10, 24, 0, minute)
          const to = new Date(2026, 10, 24, 0, minute + later)
          const words = relativeTime(to, from, { locale: 'en', timeZone })
          const isTomorrow = to.getDate() === 25 && to.getMonth() === 10
          expect(words === 'tomorrow').toBe(isTomorrow)
        },
      ),
    )
  })
})

describe('a time element', () => {
  it('has just passed also if the clock of the service is a little ahead', () => {
    const ahead = new Date(new Date(2026, 10, 24, 9).getTime() + 30_000).toISOString()
    expect(show(ahead).textContent).toBe('just now')
  })

  it('shows a relative time, and updates it as time passes', async () => {
    const nine = new Date(2026, 10, 24, 9).toISOString()
    const time = show(nine)
    expect(time.textContent).toBe('just now')
    await advance(1.5)
    expect(time.textContent).toBe('1 minute ago')
    await advance(62)
    expect(time.textContent).toBe('1 hour ago')
    await advance(24 * 60)
    expect(time.textContent).toBe('yesterday')
    expect(time).toHaveAttribute('datetime', nine)
  })

  it('shows the exact time on hover, until Escape', async () => {
    const time = show('2026-11-20T09:00:00Z')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    await user.hover(time)
    expect(screen.getByRole('tooltip').textContent).toMatch(/Friday, November 20, 2026/)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    await user.unhover(time)
    await user.hover(time)
    expect(screen.getByRole('tooltip')).toBeVisible()
    await user.unhover(time)
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
  })

  it('is no tab stop', () => {
    expect(show('2026-11-20T09:00:00Z').tabIndex).toBe(-1)
  })

  it('can show the exact time to everybody', () => {
    mountComponent(() => h(RelativeTime, { at: '2026-11-20T09:00:00Z', showsExact: true }))
    expect(screen.getByText(/^Nov 20, 2026, 9:00\sAM$/)).toBeVisible()
    expect(screen.getByRole('time', { description: /^Nov 20, 2026/ })).toBeVisible()
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
  })

  it('always has the exact time as its description', () => {
    show('2026-11-20T09:00:00Z')
    expect(screen.getByRole('time', { description: /Friday, November 20, 2026/ })).toBeVisible()
  })
})
