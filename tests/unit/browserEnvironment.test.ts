import { expect, it, vi } from 'vitest'

import { browserEnvironment } from '#src/mock/transports/browserEnvironment.ts'

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
