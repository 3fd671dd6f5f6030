import { PiniaColada, useQuery } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

beforeEach(() => {
  vi.useFakeTimers()
  // Prefetching starts once in the life of a page.
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens a page with one query and a menu. Returns what loads the menu's files. */
async function openPage(data: Promise<string>) {
  const { prefetch } = await import('#src/ui/lib/prefetch.ts')
  const { usePrefetching } = await import('#src/app/usePrefetching.ts')
  const load = vi.fn(() => Promise.resolve())
  const pinia = createPinia()
  const page = defineComponent({
    setup() {
      usePrefetching()
      prefetch(load)
      return useQuery({ key: ['data'], query: () => data })
    },
    template: '<p>{{ state.status }}</p>',
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: page }],
  })
  await router.push('/')
  const wrapper = mount(page, { global: { plugins: [pinia, PiniaColada, router] } })
  onTestFinished(() => wrapper.unmount())
  return { load, prefetch }
}

describe('the files of menus and dialogs', () => {
  it('load when the page has its data and the user starts to use it', async () => {
    const { load } = await openPage(Promise.resolve('the list'))
    await vi.advanceTimersByTimeAsync(100)
    expect(load).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('pointermove'))
    await vi.advanceTimersByTimeAsync(0)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('load after a pause if the user does nothing', async () => {
    const { load } = await openPage(Promise.resolve('the list'))
    await vi.advanceTimersByTimeAsync(3_100)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('do not compete with the data of the page', async () => {
    const response = Promise.withResolvers<string>()
    const { load } = await openPage(response.promise)
    window.dispatchEvent(new Event('keydown'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(load).not.toHaveBeenCalled()
    response.resolve('the list')
    await vi.advanceTimersByTimeAsync(100)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('load at once on later pages, and a failure is not reported', async () => {
    const { prefetch } = await openPage(Promise.resolve('the list'))
    await vi.advanceTimersByTimeAsync(3_100)
    const failing = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
    prefetch(failing)
    expect(failing).toHaveBeenCalledTimes(1)
  })
})
