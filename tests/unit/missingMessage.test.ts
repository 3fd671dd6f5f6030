import { expect, it, vi } from 'vitest'

import { missingMessage } from '#src/locales/missingMessage.ts'

it('throws during development and in tests', () => {
  expect(() => missingMessage('en', 'lifecycle.statuses.on_hold')).toThrow(/on_hold/)
})

it('shows users the value of a newer service instead of a broken page', () => {
  vi.stubEnv('DEV', false)
  expect(missingMessage('en', 'lifecycle.statuses.on_hold')).toBe('on hold')
  vi.unstubAllEnvs()
})
