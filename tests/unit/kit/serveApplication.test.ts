import type { BrowserContext, Page, Request, Route } from '@playwright/test'
import { expect, it, vi } from 'vitest'

import type { ControlledTab } from '#src/kit/demo/demoTab.ts'
import { serveApplication } from '#src/kit/demo/serveApplication.ts'

const demoOrigin = 'http://localhost:4173'
const own = 'http://localhost:3000'

type Handler = (route: Route) => Promise<void>

/** Serves an application, and sends the call of a page through its route. */
async function callFrom(page: object, origin: string, tabPage: object) {
  let matches = (_url: URL) => false
  let handle: Handler = () => Promise.resolve()
  const context = {
    route: (matcher: typeof matches, handler: Handler) => {
      matches = matcher
      handle = handler
      return Promise.resolve()
    },
  }
  const tab = { page: tabPage as Page, isOpen: () => true } as ControlledTab
  await serveApplication(context as unknown as BrowserContext, tab, {
    demoOrigin,
    ownOrigins: [own],
    onAnswer: vi.fn(),
  })
  const request = {
    serviceWorker: () => null,
    frame: () => ({ url: () => `${origin}/`, page: () => page }),
  }
  const route = { request: () => request as unknown as Request, abort: vi.fn(), fallback: vi.fn() }
  return { matches, route, call: () => handle(route as unknown as Route) }
}

it('refuses an application in the first tab, whose page has the backend', async () => {
  const page = {}
  const { route, call } = await callFrom(page, own, page)
  await expect(call()).rejects.toThrow('in a tab of its own')
  expect(route.abort).toHaveBeenCalled()
})

it('leaves the calls of other pages alone', async () => {
  const { route, call } = await callFrom({}, demoOrigin, {})
  await call()
  expect(route.fallback).toHaveBeenCalled()
})

it('is only for the public API, at the origin of the demo or the application', async () => {
  const { matches } = await callFrom({}, own, {})
  const urls = [
    `${demoOrigin}/v1/tags`,
    `${own}/v1/tags`,
    `${own}/api/tokens`,
    'http://a.test/v1/a',
  ]
  expect(urls.map((url) => matches(new URL(url)))).toEqual([true, true, false, false])
})
