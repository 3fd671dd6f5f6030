import { expect, it, onTestFinished, vi } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

// What a test has started when it ends, for example at its timeout. Functions of `onTestFinished` run in reverse order: those of
// the kit before those that a test has registered first.

it('a backend that is still starting is refused', async () => {
  const { promise: starting, resolve: start } = Promise.withResolvers<unknown>()
  onTestFinished(async () => {
    await expect(starting).rejects.toThrow('The test ended while its backend started.')
  })
  start(startBackend())
})

it('a page whose data are still being arranged is not shown', async () => {
  const { promise: arranged, resolve: finish } = Promise.withResolvers<null>()
  const { promise: mounting, resolve: mount } = Promise.withResolvers<unknown>()
  onTestFinished(async () => {
    finish(null)
    await expect(mounting).rejects.toThrow('The test ended while it arranged its data.')
    expect(document.body.textContent).toBe('')
  })
  const arrange = vi.fn(() => arranged)
  mount(openApp({ arrange }))
  await vi.waitFor(() => expect(arrange).toHaveBeenCalled(), { timeout: 5_000 })
})

it('the next test can start another one', async () => {
  const { sees } = await openApp()
  await sees.heading('Log in to eDesk')
})
