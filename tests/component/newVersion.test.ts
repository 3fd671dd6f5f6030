import { afterEach, expect, it, vi } from 'vitest'

import { chunkMissing, reloadForNewVersion } from '#src/app/newVersion.ts'

afterEach(() => {
  vi.restoreAllMocks()
  chunkMissing.value = false
})

it('does not reload a page endlessly if its chunk is missing and the storage is blocked', () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  reloadForNewVersion(new TypeError('Failed to fetch dynamically imported module'), '/login')
  expect(chunkMissing.value).toBe(true)
})
