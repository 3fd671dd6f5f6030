import { expect, it, vi } from 'vitest'

import { applicationAddress, browserAddress } from '#src/mock/scenarios/demoAddresses.ts'
import { browserEnvironment } from '#src/mock/transports/browserEnvironment.ts'

it('gives the sample application the address of a server of its own', () => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('BroadcastChannel', undefined)
  const addressAt = (pathname: string, base = '/') => {
    vi.stubGlobal('location', { pathname })
    return browserEnvironment({ base, transport: () => 'page' }).environment.address()
  }
  expect(addressAt('/settings/api-tokens')).toBe(browserAddress)
  expect(addressAt('/apps/shipping')).toBe(applicationAddress)
  expect(addressAt('/demo/apps/shipping', '/demo/')).toBe(applicationAddress)
  expect(addressAt('/demo/tickets', '/demo/')).toBe(browserAddress)
})

it('tells of the end of a page until nobody waits for it', () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('BroadcastChannel', undefined)
  const { environment } = browserEnvironment({ base: '/', transport: () => 'page' })
  const listener = vi.fn()
  const stop = environment.unstored?.('tokens').onLeave(listener)
  page.dispatchEvent(new Event('pagehide'))
  expect(listener).toHaveBeenCalledTimes(1)
  stop?.()
  page.dispatchEvent(new Event('pagehide'))
  expect(listener).toHaveBeenCalledTimes(1)
})
