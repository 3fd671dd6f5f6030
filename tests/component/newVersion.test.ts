import { afterEach, expect, it, vi } from 'vitest'

import { pageMissing, reloadForNewVersion } from '#src/app/newVersion.ts'

afterEach(() => {
  vi.restoreAllMocks()
  pageMissing.value = false
})

it('a page whose chunk is gone is not reloaded again and again where the browser keeps nothing', () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  reloadForNewVersion(new TypeError('Failed to fetch dynamically imported module'), '/login')
  expect(pageMissing.value).toBe(true)
})
