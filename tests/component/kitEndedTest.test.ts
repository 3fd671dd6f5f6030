import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import { type Mounted, openApp, startBackend } from '#src/kit/vitest.ts'

import { eventually } from '../support/eventually.ts'

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
  await eventually(() => expect(arrange).toHaveBeenCalled())
})

it('the next test can start another one', async () => {
  const { sees } = await openApp()
  await sees.heading('Log in to eDesk')
})

describe('what a test has started', () => {
  const earlier: Mounted[] = []

  it('is used by that test', async () => {
    earlier.push(await openApp({ as: 'admin' }))
  })

  it('is refused in the next test', async () => {
    const [{ backend, demo, goTo } = {} as Mounted] = earlier
    await startBackend()
    const words =
      'The test that started this backend has ended. Each test has its own backend: start it in the test or in beforeEach.'
    await expect(backend.addToken()).rejects.toThrow(words)
    await expect(backend.as('admin')('GET', '/api/tokens')).rejects.toThrow(words)
    await expect(demo.setView({ advance: 1 })).rejects.toThrow(words)
    await expect(goTo('/tickets')).rejects.toThrow(words)
    expect(() => backend.network).toThrow(words)
    expect(() => backend.storage).toThrow(words)
  })
})

describe('the page', () => {
  const { href } = location

  it('may be changed by a test', async () => {
    localStorage.setItem('of the set-up', 'kept')
    await startBackend()
    localStorage.setItem('of the test', 'removed')
    const { sees } = await openApp({ as: 'admin', at: '/settings/plan' })
    await sees.heading('Plan')
    expect(document.title).toContain('Plan')
  })

  it('has its address, title and stored items again after the test', () => {
    expect(location.href).toBe(href)
    expect(document.title).toBe('')
    expect(Object.entries(localStorage)).toEqual([['of the set-up', 'kept']])
    localStorage.clear()
  })
})

describe('a backend before a test', () => {
  const errors: unknown[] = []
  beforeAll(async () => {
    await startBackend().catch((error: unknown) => errors.push(error))
  })

  it('is refused in beforeAll, with what to do', () => {
    const message =
      'No test is running, as in beforeAll. Each test has its own backend: start it in the test or in beforeEach.'
    expect(errors).toEqual([expect.objectContaining({ message })])
  })

  describe('in beforeEach', () => {
    beforeEach(() => startBackend({ scenario: 'tokens' }))

    it('belongs to the test', async () => {
      const { sees } = await openApp({ at: '/settings/api-tokens' })
      await sees.text('ShipFast')
    })
  })
})
