import { screen, waitFor } from '@testing-library/dom'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { requestInLanguage } from '#src/api/requestLanguage.ts'
import { preloadTokenList, tokenListQuery } from '#src/features/api-tokens/list/tokenListQuery.ts'
import { parseTokenListView } from '#src/features/api-tokens/list/tokenListView.ts'
import { openApp } from '#src/kit/vitest.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'

const address = '/settings/api-tokens'

/** Starts a demo with one token. Returns the URLs of the requests for the list, which grow. */
async function startWithListRequests(): Promise<string[]> {
  const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
  const requests: string[] = []
  backend.network.use(http.get('*/api/tokens', ({ request }) => void requests.push(request.url)))
  return requests
}

describe('the list of tokens, as the first page', () => {
  it('is requested once', async () => {
    const requests = await startWithListRequests()
    const { router } = await openApp({ at: `${address}?sort=name`, as: 'admin' })
    await screen.findByRole('link', { name: 'ShipFast' })
    expect(requests).toHaveLength(1)
    expect(new URL(requests[0] ?? '').searchParams.get('sort')).toBe('name')
    await router.push(address)
    await waitFor(() => expect(requests).toHaveLength(2))
  })

  it('is not requested for users who may not see it', async () => {
    const requests = await startWithListRequests()
    await openApp({ at: address, as: 'agent' })
    await screen.findByRole('heading', { name: /Admin/ })
    expect(requests).toEqual([])
  })
})

describe('preloaded tokens', () => {
  /** Opens another page and preloads the list. */
  async function preload() {
    const requests = await startWithListRequests()
    const { router } = await openApp({ at: '/settings/plan', as: 'admin' })
    await screen.findByRole('heading', { level: 1, name: 'Plan' })
    preloadTokenList(router.resolve(address), useSessionStore())
    return { requests, router }
  }

  async function load(search: Record<string, string> = {}) {
    const { query } = tokenListQuery(parseTokenListView(search))
    return query({ signal: new AbortController().signal, entry: undefined as never })
  }

  it('are taken once, by the same view', async () => {
    const { requests } = await preload()
    expect(await load()).toMatchObject({ items: [{ name: 'ShipFast' }] })
    expect(requests).toHaveLength(1)
    await load()
    expect(requests).toHaveLength(2)
  })

  it('are not taken by another view', async () => {
    const { requests } = await preload()
    await load({ search: 'nobody' })
    await load()
    expect(requests).toHaveLength(3)
  })

  it('are not taken in another language', async () => {
    const { requests } = await preload()
    requestInLanguage('pl')
    await load()
    requestInLanguage('en')
    expect(requests).toHaveLength(2)
  })

  it('are forgotten after a change', async () => {
    const { requests } = await preload()
    announceChange()
    await load()
    expect(requests).toHaveLength(2)
  })

  it('are forgotten when the user goes to another page', async () => {
    const { requests, router } = await preload()
    await router.push('/tickets')
    await load()
    expect(requests).toHaveLength(2)
  })
})
