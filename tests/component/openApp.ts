import { PiniaColada } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished } from 'vitest'
import type { Router } from 'vue-router'

import { api } from '#src/api/client.ts'
import App from '#src/app/App.vue'
import { makeRouter } from '#src/app/router.ts'
import { useVuetify } from '#src/app/vuetify.ts'
import { i18n } from '#src/locales/i18n.ts'
import { showStatus } from '#src/ui/statusMessage.ts'

import { type Account, accounts, startBackend } from '../unit/backend.ts'

/** Starts a backend of the test's own, which answers whatever the page asks of the API, and is gone after the test. */
export async function startService() {
  const backend = await startBackend()
  backend.network.listen({ onUnhandledFrame: 'error' })
  const bareFetch = globalThis.fetch
  const requests: string[] = []
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
    return withCookies(bareFetch, request)
  }
  onTestFinished(async () => {
    // Takes the cookie away as well: the next test begins with nobody.
    await api.DELETE('/api/session')
    globalThis.fetch = bareFetch
    backend.network.close()
  })
  return {
    ...backend,
    /** What the page has sent, as it comes: "GET /api/tokens". */
    requests,
  }
}

/** What browsers do around `fetch` and Node does not: keeps the cookies of answers, and sends them along. */
async function withCookies(bareFetch: typeof fetch, request: Request): Promise<Response> {
  request.headers.set('Cookie', document.cookie)
  const answer = await bareFetch(request)
  for (const cookie of answer.headers.getSetCookie()) document.cookie = cookie
  return answer
}

/** Opens an address in the whole application, as somebody or as nobody. Gives its router. */
export async function openApp(address: string, as?: Account): Promise<Router> {
  if (as) {
    const body = { email: accounts[as], password: 'edesk-demo' }
    await api.POST('/api/session', { body })
  }
  history.replaceState(null, '', address)
  const router = makeRouter()
  const app = mount(App, {
    attachTo: document.body,
    global: {
      plugins: [
        createPinia(),
        [PiniaColada, { queryOptions: { staleTime: 0 } }],
        i18n,
        { install: useVuetify },
        router,
      ],
    },
  })
  onTestFinished(() => {
    app.unmount()
    router.options.history.destroy()
    showStatus('')
  })
  await router.isReady()
  return router
}
