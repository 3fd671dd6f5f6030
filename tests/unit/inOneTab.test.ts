import { expect, it, vi } from 'vitest'

import { inOneTab } from '#src/shared/inOneTab.ts'

type Work = () => Promise<void>

/** Runs work in one tab of a browser with these locks. */
function runWith(locks: object | undefined, work: Work): Promise<void> {
  vi.stubGlobal('navigator', locks ? { locks } : {})
  return inOneTab('a-lock', new AbortController().signal, work)
}

const granting = { request: (_name: string, _options: object, work: Work) => work() }

it('runs the work when the lock is granted, and does not hide its errors', async () => {
  const work = vi.fn(async () => undefined)
  await runWith(granting, work)
  expect(work).toHaveBeenCalledTimes(1)
  const error = new Error('The work has failed.')
  await expect(runWith(granting, () => Promise.reject(error))).rejects.toBe(error)
})

it('does not run the work without locks, or where the browser refuses them', async () => {
  const work = vi.fn(async () => undefined)
  await runWith(undefined, work)
  const refusing = { request: () => Promise.reject(new DOMException('No', 'SecurityError')) }
  await runWith(refusing, work)
  expect(work).not.toHaveBeenCalled()
})
