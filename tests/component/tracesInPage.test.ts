import { expect, it, vi } from 'vitest'

import { findTraces } from '#src/kit/matchers/tracesInPage.ts'

it('the search for traces of a key fails if it cannot read a database', async () => {
  vi.stubGlobal('indexedDB', {
    databases: async () => [{ name: 'tokens' }],
    open() {
      const opening: Partial<IDBOpenDBRequest> = {}
      queueMicrotask(() => opening.onerror?.call(opening as IDBOpenDBRequest, new Event('error')))
      return opening
    },
  })
  await expect(findTraces(['a trace'])).rejects.toThrow('The database tokens cannot be read.')
})
