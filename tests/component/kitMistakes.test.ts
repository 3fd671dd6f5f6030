import { describe, expect, it } from 'vitest'
import { h } from 'vue'

import { mountWithBackend, newToken, openApp, permissions, startBackend } from '#src/kit/vitest.ts'

const Order = ({ orderId }: { orderId?: string }) => h('h1', `Order ${orderId}`)

describe('an address without a page', () => {
  const words =
    'No page has the address /settings/api-tokenz. The addresses are: /, /apps/shipping,'

  it('is refused when the application opens', async () => {
    await expect(openApp({ at: '/settings/api-tokenz' })).rejects.toThrow(words)
  })

  it('is refused when the test navigates', async () => {
    const { goTo, router } = await openApp({ as: 'admin', at: '/settings/plan' })
    await expect(goTo('/settings/api-tokenz')).rejects.toThrow(words)
    expect(router.currentRoute.value.fullPath).toBe('/settings/plan')
  })

  it('is refused for a component without a route of its own', async () => {
    await expect(mountWithBackend(Order, { at: '/orders/1' })).rejects.toThrow(
      "add the option route, such as '/orders/:orderId'.",
    )
  })

  it('is refused if it does not match the route of the component', async () => {
    const mount = mountWithBackend(Order, { at: '/orders', route: '/orders/:orderId' })
    await expect(mount).rejects.toThrow(
      'The address /orders does not match the route /orders/:orderId.',
    )
  })

  it('can be allowed', async () => {
    const allow = { 'missing-pages': /nowhere/ }
    const { goTo, sees } = await openApp({ as: 'admin', at: '/nowhere', allow })
    await sees.heading('Page not found')
    await goTo('/nowhere/else')
    await expect(goTo('/settings/api-tokenz')).rejects.toThrow('No page has the address')
  })
})

it('the application does not speak every language', async () => {
  await expect(openApp({ lang: 'tlh' as 'de' })).rejects.toThrow('"tlh" is not a language. Use one')
})

it('the whole application has no props and no route', async () => {
  await expect(openApp({ props: {} } as object)).rejects.toThrow(
    '"props" is not an option. Use one of: scenario, as, now, address, latency, faults, allow, at, lang, arrange.',
  )
})

it('a request of the test needs the path of an operation, unless it uses send', async () => {
  const { backend } = await startBackend()
  const { key } = await backend.addToken()
  await expect(backend.as('admin')('POST', '/api/token/x/pause')).rejects.toThrow(
    'No operation has the path /api/token/x/pause. The paths are: /api/demo-accounts, /api/session,',
  )
  await expect(backend.callWith(key, 'GET', '/v1/ticket?page=1')).rejects.toThrow(
    'No operation has the path /v1/ticket. The paths are: /v1/',
  )
  expect(await backend.callWith(key, 'DELETE', '/v1/whoami')).toMatchObject({ status: 405 })
  const path = '/v1/ticket'
  expect(await backend.send({ key, method: 'GET', path })).toMatchObject({ status: 404 })
})

it('a builder needs names and values of the contract', () => {
  expect(() => newToken({ nam: 'Ledger' } as object)).toThrow(
    '"nam" is not a property of a token. Use one of: name, description,',
  )
  expect(() => permissions({ Tickets: 'read_only' } as object)).toThrow(
    '"Tickets" is not a feature of the API. Use one of: ',
  )
  expect(() => permissions({ tickets: 'Read Only' as never })).toThrow(
    '"Read Only" is not a permission for tickets. Use one of: full_access, read_only, no_access.',
  )
})

describe('a forgotten await is explained', () => {
  it('of a start', () => {
    const started = startBackend() as unknown as { backend: unknown }
    expect(() => started.backend).toThrow(
      'startBackend returns a promise: const { backend } = await startBackend(…).',
    )
  })

  it.each([
    ['openApp', () => openApp()],
    ['mountWithBackend', () => mountWithBackend(Order)],
  ])('of a mount: %s', (name, mount) => {
    const mounted = mount() as unknown as { sees: unknown }
    expect(() => mounted.sees).toThrow(
      `${name} returns a promise: const { sees } = await ${name}(…).`,
    )
  })

  it('of a token', async () => {
    const { backend } = await startBackend()
    const added = backend.addToken()
    expect(() => (added as unknown as { key: string }).key).toThrow(
      'backend.addToken returns a promise: const { key } = await backend.addToken(…).',
    )
    expect(await added).toMatchObject({ name: 'ShipFast' })
  })
})

it('the key of a token that the test adds is the one that addToken returns', async () => {
  const { backend } = await startBackend()
  await backend.addToken({ name: 'Ledger' })
  await expect(backend.keyOf('Ledger')).rejects.toThrow(
    'The scenario "empty" has no token "Ledger". Its tokens: none. For a token that the test adds, use the key that addToken returns.',
  )
})
