import { PiniaColada, useQuery } from '@pinia/colada'
import { screen, waitFor } from '@testing-library/dom'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'

import { resendAborted } from '#src/app/resendAborted.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'

import { click } from './userActions.ts'

describe('a query whose page closes before the response', () => {
  it('aborts its request', async () => {
    const { demo } = await startBackend()
    const sent = vi.spyOn(globalThis, 'fetch')
    await openApp({ as: 'admin', at: '/tickets', faults: ['listTicketViews:never'] })
    await waitFor(async () =>
      expect((await demo.state()).affectedCalls).toHaveProperty('listTicketViews:never@always'),
    )
    await click('link', 'Settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    const [, init] = sent.mock.calls.find(([input]) => urlOf(input).includes('/api/tickets')) ?? []
    await waitFor(() => expect(init?.signal?.aborted).toBe(true))
  })

  it('sends its request again if the next page uses it too', async () => {
    const responses: string[] = []
    function page(name: string) {
      return defineComponent(() => {
        const { data } = useQuery({ key: ['greeting'], query })
        return () => h('p', `${name}: ${data.value ?? 'loading'}`)
      })
    }
    function query({ signal }: { signal: AbortSignal }): Promise<string> {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      responses.push('sent')
      if (responses.length > 1) resolve('hello')
      return promise
    }
    const [First, Second] = [page('first'), page('second')]
    const wrapper = mount(
      defineComponent({
        props: { next: Boolean },
        render() {
          return this.next ? h(Second) : h(First)
        },
      }),
      { global: { plugins: [createPinia(), [PiniaColada, { plugins: [resendAborted] }]] } },
    )
    expect(wrapper.text()).toBe('first: loading')
    await wrapper.setProps({ next: true })
    await waitFor(() => expect(wrapper.text()).toBe('second: hello'))
    wrapper.unmount()
  })
})

function urlOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : String(input)
}
