import { PiniaColada, useQuery } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { pageLoaded } from '#src/demo/pageLoaded.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens a page with one query, whose response is `data`. */
async function openPage(data: Promise<string>) {
  const pinia = createPinia()
  const page = defineComponent({
    setup: () => useQuery({ key: ['data'], query: () => data }),
    template: '<p>{{ state.status }}</p>',
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: page }],
  })
  let isLoaded = false
  void pageLoaded(router, pinia).then(() => (isLoaded = true))
  mount(page, { global: { plugins: [pinia, PiniaColada, router] } })
  await router.push('/')
  return () => isLoaded
}

it('waits until the first page has its data', async () => {
  const response = Promise.withResolvers<string>()
  const isLoaded = await openPage(response.promise)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(isLoaded()).toBe(false)
  response.resolve('the list')
  await vi.advanceTimersByTimeAsync(100)
  expect(isLoaded()).toBe(true)
})

it('does not wait for a response that never comes', async () => {
  const isLoaded = await openPage(Promise.withResolvers<string>().promise)
  await vi.advanceTimersByTimeAsync(3_100)
  expect(isLoaded()).toBe(true)
})
