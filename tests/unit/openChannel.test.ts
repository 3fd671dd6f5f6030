import { afterEach, expect, it, vi } from 'vitest'

import { openChannel } from '#src/shared/openChannel.ts'

const { BroadcastChannel: real } = globalThis

afterEach(() => {
  globalThis.BroadcastChannel = real
})

it('opens a channel to the other tabs', () => {
  const channel = openChannel('test')
  expect(channel?.name).toBe('test')
  channel?.close()
})

it('opens none where the browser blocks channels', () => {
  vi.stubGlobal(
    'BroadcastChannel',
    vi.fn(() => {
      throw new Error('blocked')
    }),
  )
  expect(openChannel('test')).toBeUndefined()
})

it('opens none where the browser has no channels', () => {
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  expect(openChannel('test')).toBeUndefined()
})
