import { configure, getConfig, screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, onTestFinished } from 'vitest'
import { h } from 'vue'
import { useRoute } from 'vue-router'

import NewTokenPage from '#src/features/api-tokens/create/NewTokenPage.vue'
import TokenListPage from '#src/features/api-tokens/list/TokenListPage.vue'
import TokenPage from '#src/features/api-tokens/details/TokenPage.vue'
import TokenAccessGate from '#src/features/api-tokens/access-gate/TokenAccessGate.vue'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { mountWithBackend, newToken, openApp, permissions, startBackend } from '#src/kit/vitest.ts'
import { msPerMinute } from '#src/shared/time.ts'

import { click, fill, fillTokenForm, user } from './userActions.ts'

const newTokens = '/settings/api-tokens/new'

function links(): (string | null)[] {
  const table = within(screen.getByRole('table', { name: 'API Tokens' }))
  return table.getAllByRole('link').map((link) => link.textContent)
}

describe('a component with its own backend', () => {
  it('is shown in the language of the test, whatever the person has chosen', async () => {
    const { backend } = await startBackend({ as: 'admin' })
    await backend.as('admin')('PUT', '/api/session/language', { body: { language: 'fr' } })
    const { sees } = await openApp({ lang: 'de', at: '/settings/api-tokens' })
    await sees.text('Noch keine API-Tokens')
    expect(document.documentElement.lang).toBe('de')
  })

  it('is shown in English in the next test', async () => {
    const { sees } = await mountWithBackend(TokenListPage, {
      as: 'admin',
      at: '/settings/api-tokens',
    })
    await sees.text('No API tokens yet')
    expect(document.documentElement.lang).toBe('en')
  })

  it('shows the data of its scenario, without the application around it', async () => {
    const { sees, wrapper } = await mountWithBackend(TokenListPage, { scenario: 'names' })
    await sees.heading('API Tokens')
    await sees.text('<img src=x onerror=alert(1)>')
    expect(links()).toContain('ShipFаst')
    expect(screen.queryByRole('banner')).not.toBeInTheDocument()
    expect(wrapper.findComponent(TokenListPage).exists()).toBe(true)
    expect(wrapper.element.closest('main')).not.toBeNull()
  })

  it('has the faults of its scenario, and can retry', async () => {
    const { sees, demo } = await mountWithBackend(TokenListPage, { scenario: 'flaky' })
    await sees.alert('could not be loaded')
    await click('button', 'Retry')
    await screen.findByRole('table', { name: 'API Tokens' })
    const fault = 'listTokens:503@1'
    const requests = await demo.exchanges()
    expect(requests[0]).toMatchObject({ operation: 'getSession', fault: null })
    // The page also requests the number of advices, at the same time.
    expect(requests.filter(({ operation }) => operation === 'listTokens')).toMatchObject([
      { status: 503, fault },
      { status: 200, fault: null },
    ])
  })

  it('is used by the person of its scenario', async () => {
    const { sees } = await mountWithBackend(TokenAccessGate, { scenario: 'agent-asks' })
    await sees.heading('API Tokens')
    expect(screen.getByText(/Admin login/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Add a token' })).not.toBeInTheDocument()
  })

  it.each([
    [{ as: 'agent' }, 'Sam Rivera'],
    [{ as: 'robin.field@example.com' }, 'Robin Field'],
    [{ scenario: 'starter' }, 'Sky Bennett'],
  ] as const)('is used by the person of the test: %j', async (options, name) => {
    const { demo } = await mountWithBackend(TokenAccessGate, { at: '/tickets', ...options })
    const [{ by } = { by: undefined }] = await demo.exchanges()
    expect(by).toMatchObject({ name })
  })

  it('has the faults of the test, as strings or as objects', async () => {
    const { sees, demo, backend } = await mountWithBackend(NewTokenPage, {
      scenario: 'tokens',
      at: newTokens,
      faults: [
        'createToken:503@1',
        { operation: 'createToken', what: 'lost-after-commit', when: { nth: 2 } },
      ],
    })
    await fillTokenForm({ name: 'Fresh' })
    const generate = screen.getByRole('button', { name: 'Generate token' })
    await user.click(generate)
    await sees.alert()
    expect(backend.requests.filter((sent) => sent === 'POST /api/tokens')).toHaveLength(1)
    await user.click(generate)
    await waitFor(async () => expect(await demo.records('tokens')).toHaveLength(14))
  })

  it('has the clock of the test, which changes only when it is set', async () => {
    const { sees, demo } = await mountWithBackend(TokenListPage, {
      scenario: 'tokens',
      now: '2027-11-24T09:00:00Z',
    })
    await sees.heading('API Tokens')
    const countCreated = async () => (await screen.findAllByText(/1 year ago/)).length
    expect(await countCreated()).toBeGreaterThan(0)
    const { now } = await demo.state()
    expect([now, (await demo.state()).now]).toEqual([now, '2027-11-24T09:00:00.000Z'])
    expect(await demo.setView({ advance: msPerMinute })).toMatchObject({
      now: '2027-11-24T09:01:00.000Z',
      clock: 'still',
    })
    await expect(demo.setView({ clock: 'running' })).rejects.toThrow(
      'This clock never runs by itself. Set it with now, or move it with advance.',
    )
  })

  it('has the props of the test, which can be changed', async () => {
    const Greeting = ({ name }: { name: string }) => h('h1', `Hello, ${name}`)
    const { sees, wrapper } = await mountWithBackend(Greeting, { props: { name: 'Sam' } })
    await sees.heading('Hello, Sam')
    await wrapper.setProps({ name: 'Robin' })
    await sees.heading('Hello, Robin')
  })

  it('gets the route params of a page of the application as props', async () => {
    const id = demoTokenId('tokens', 'ShipFast')
    const at = `/settings/api-tokens/${id}`
    const { sees } = await mountWithBackend(TokenPage, { scenario: 'tokens', at })
    await sees.heading('ShipFast')
    await click('button', 'Edit')
    await fill(screen.getByRole('textbox', { name: 'Token Description' }), 'Ships fast.')
    await click('button', 'Save changes')
    await sees.status('Saved')
  })

  it('can have its own route, which needs no log-in', async () => {
    const Order = ({ orderId }: { orderId: string }) =>
      h('h1', `Order ${orderId} ${String(useRoute().query.tab)}`)
    const at = { at: '/orders/NW-1001?tab=2', route: '/orders/:orderId' }
    const { sees } = await mountWithBackend(Order, at)
    await sees.heading('Order NW-1001 2')
  })

  it('shows its child routes', async () => {
    const { sees } = await mountWithBackend(TokenAccessGate, { scenario: 'tokens' })
    await sees.heading('API Tokens')
    await screen.findByRole('table', { name: 'API Tokens' })
    expect(screen.queryByRole('navigation', { name: 'Settings' })).not.toBeInTheDocument()
    await click('link', 'Add a token')
    await sees.heading('Add a token')
    await fillTokenForm({ name: 'Fresh' })
    await click('button', 'Cancel')
    await screen.findByRole('dialog', { name: 'Discard what you typed?' })
  })

  it('lets the test read data, send requests as another person, and override responses', async () => {
    const { sees, demo, backend } = await mountWithBackend(TokenListPage, { scenario: 'tokens' })
    await sees.text('ShipFast')
    const { key: createdKey } = await backend.addToken({
      name: 'Made',
      features: { Tickets: 'Read Only' },
    })
    expect((await backend.callWith(createdKey, 'GET', '/v1/tickets')).status).toBe(200)
    expect((await backend.callWith(createdKey, 'GET', '/v1/tags')).status).toBe(403)
    // Twelve, the old key of one of them, and the new one.
    expect(await backend.tokens()).toHaveLength(14)
    const access = permissions({ tickets: 'read_only' })
    const body = newToken({ name: 'Robin’s', accessLevel: 'custom', permissions: access })
    const sent = { as: 'robin.field@example.com', method: 'POST', path: '/api/tokens', body }
    expect(await demo.send(sent)).toMatchObject({ status: 201 })
    const key = await backend.keyOf('ShipFast')
    expect(await demo.send({ key, method: 'GET', path: '/v1/whoami' })).toMatchObject({
      status: 200,
    })
    backend.network.use(http.get('*/api/tokens', () => HttpResponse.json({}, { status: 500 })))
    await click('button', 'Name')
    await sees.alert()
  })

  it('shows its status messages', async () => {
    const { sees } = await mountWithBackend(TokenListPage, { scenario: 'tokens' })
    await click('button', 'Actions for ShipFast')
    await click('menuitem', 'Delete token')
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete ShipFast?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete token' }))
    await sees.status('ShipFast')
    await waitFor(() => expect(links()).not.toContain('ShipFast'))
  })
})

describe('the whole application with its own backend', () => {
  it('opens the page where its scenario starts', async () => {
    const { sees } = await openApp({ scenario: 'conflict' })
    await sees.heading('ShipFast')
    expect(screen.getByRole('banner')).toBeVisible()
    expect(screen.getByRole('button', { name: /Alex Morgan/ })).toBeVisible()
  })

  it('shows immediately that the backend cannot be reached', async () => {
    const { sees } = await openApp({ scenario: 'offline' })
    await sees.alert('could not be loaded')
  })

  it('starts without a session and without tokens, and keeps the session after a log-in', async () => {
    const { sees, demo } = await openApp()
    await sees.heading('Log in to eDesk')
    await click('button', 'Log in as Admin, Professional plan')
    await sees.text('No API tokens yet')
    expect(document.cookie).toMatch(/edesk_session=\w+/)
    expect(await demo.records('tokens')).toEqual([])
  })

  it('shares nothing with the previous test, so nobody is logged in', async () => {
    expect(document.cookie).toBe('')
    expect(document.body.textContent).toBe('')
    const { sees } = await openApp({ at: '/settings/plan' })
    await sees.heading('Log in to eDesk')
  })
})

describe('an invalid test', () => {
  it.each([
    [{ scenario: 'tokns' as 'tokens' }, 'demo=tokns is not one of: empty, tokens,'],
    [{ as: 'boss' }, 'demo.as=boss is not one of: admin, agent, nobody'],
    [{ as: 'who@example.com' }, 'demo.as=who@example.com is not one of: admin,'],
    [{ now: 'noon' }, 'demo.now=noon is not one of: a time such as'],
    [{ faults: ['createToken:late@1'] }, '"createToken:late@1" is not a fault. The syntax is'],
    [{ latency: -1 }, 'demo.latency=-1 is not one of: 0 to 600000'],
  ])('fails with an explanation: %j', async (options, words) => {
    await expect(openApp(options)).rejects.toThrow(words)
    expect(document.body.textContent).toBe('')
  })

  it('fails if its import has no component', async () => {
    const missing = undefined as unknown as typeof TokenListPage
    await expect(mountWithBackend(missing)).rejects.toThrow(
      'mountWithBackend needs a component, not undefined: check its import.',
    )
  })

  it('fails with an unknown option or an unknown value of a token, and lists the valid ones', async () => {
    await expect(mountWithBackend(TokenListPage, { scenaro: 'names' } as object)).rejects.toThrow(
      '"scenaro" is not an option. Use one of: scenario, as,',
    )
    await expect(startBackend({ at: '/tickets' } as object)).rejects.toThrow(
      '"at" is not an option.',
    )
    const { backend } = await startBackend()
    await expect(backend.addToken({ access: 'Read only' as never })).rejects.toThrow(
      '"Read only" is not an access level. Use one of: Read-only, Full Access, Custom.',
    )
  })

  it('cannot start two backends for one page', async () => {
    await openApp()
    await expect(openApp()).rejects.toThrow('This test has a demo already')
  })

  it('fails with the messages that are shown, if it waits for another one', async () => {
    const { sees } = await mountWithBackend(TokenListPage, { scenario: 'offline' })
    await sees.alert()
    const { asyncUtilTimeout } = getConfig()
    onTestFinished(() => configure({ asyncUtilTimeout }))
    // The alert stays missing, also on a slow machine.
    configure({ asyncUtilTimeout: 500 })
    await expect(sees.alert('Saved')).rejects.toThrow(
      /No alert says “Saved”, but: “.*could not be loaded/,
    )
  })
})
