import { afterEach, expect, it, vi } from 'vitest'

import { chunkMissing, reloadForNewVersion } from '#src/app/newVersion.ts'

afterEach(() => {
  vi.restoreAllMocks()
  chunkMissing.value = false
})

/** Fails like Vite's code for loading a style sheet of a page. */
function failToPreload(): Error {
  const error = new Error('Unable to preload CSS for /assets/PlanPage.css')
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: error }))
  return error
}

it('reloads once if a style sheet of the page is missing, then shows a message', () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { assign, origin: 'https://example.com' })
  reloadForNewVersion(failToPreload(), '/settings/plan')
  expect(assign).toHaveBeenCalledExactlyOnceWith(new URL('https://example.com/settings/plan'))
  expect(chunkMissing.value).toBe(false)
  reloadForNewVersion(failToPreload(), '/settings/plan')
  expect(assign).toHaveBeenCalledTimes(1)
  expect(chunkMissing.value).toBe(true)
})

it('does not reload for an error of the page itself', () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { assign, origin: 'https://example.com' })
  reloadForNewVersion(new Error('Unable to draw'), '/settings/plan')
  expect(assign).not.toHaveBeenCalled()
  expect(chunkMissing.value).toBe(false)
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
