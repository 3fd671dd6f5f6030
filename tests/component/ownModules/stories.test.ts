import { screen, within } from '@testing-library/dom'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { type Component, createApp } from 'vue'

import AdminRequired from '#src/features/api-tokens/access-gate/AdminRequired.vue'
import TokenListPage from '#src/features/api-tokens/list/TokenListPage.vue'
import { demoForStory, createStoryEnvironment, type StoryParameters } from '#src/kit/stories.ts'

import { click } from '../userActions.ts'

// Replaces the worker that a story book uses in a browser.
const network = setupServer()
const stories = createStoryEnvironment(network)
beforeAll(() => network.listen({ onUnhandledFrame: 'error' }))
afterAll(() => network.close())

/** Shows a story as a story book does: runs its loaders, then mounts its component in a new app, prepared by `setup`. */
async function show(component: Component, parameters: StoryParameters) {
  const demo = await stories.load(parameters)
  const app = createApp(component)
  stories.install(app)
  const container = document.body.appendChild(document.createElement('main'))
  app.mount(container)
  onTestFinished(() => {
    app.unmount()
    container.remove()
  })
  return demo
}

const namesInList = async () =>
  within(await screen.findByRole('table', { name: 'API Tokens' }))
    .getAllByRole('link')
    .map((link) => link.textContent)

it('a story shows the scenario of its link', async () => {
  await show(TokenListPage, { demo: 'demo=names' })
  expect(await namesInList()).toContain('<img src=x onerror=alert(1)>')
})

it('the next story has a new backend, with its own faults and clock', async () => {
  const link = 'demo=tokens&demo.fault=listTokens:503@1&demo.now=2027-11-24T09:00:00Z'
  const demo = await show(TokenListPage, { demo: link })
  await screen.findByRole('alert')
  await click('button', 'Retry')
  // The old key of Stock levels has expired, and is a token of its own again.
  expect(await namesInList()).toHaveLength(13)
  expect(screen.getAllByText(/1 year ago/).length).toBeGreaterThan(0)
  const requests = await demo.exchanges()
  expect(requests.filter(({ operation }) => operation === 'listTokens')).toHaveLength(2)
  expect(requests.filter(({ operation }) => operation === 'getSession')).toHaveLength(1)
})

it('a story has the person of its link, and its URL does not change the address bar', async () => {
  const initialUrl = location.href
  await show(AdminRequired, { demo: 'demo=tokens&demo.as=agent', at: '/settings/api-tokens' })
  await screen.findByRole('region', { name: 'Admins of Northwind Home' })
  expect(location.href).toBe(initialUrl)
})

it('a component of another application gets only the backend', async () => {
  const { handlers, demo, opens } = await demoForStory('demo=just-connected&demo.as=agent')
  network.resetHandlers(...handlers)
  const response = await fetch(new URL('/api/session', location.href))
  expect(await response.json()).toMatchObject({ session: { user: { role: 'agent' } } })
  expect(opens).toMatch(/^\/settings\/api-tokens\/\w+/)
  expect(await demo.state()).toMatchObject({ scenario: 'just-connected' })
  const { key } = await demo.backend.addToken({ name: 'Ledger' })
  const headers = { Authorization: `Bearer ${key}` }
  expect(await fetch(new URL('/v1/whoami', location.href), { headers })).toHaveProperty('ok', true)
  const scenarioKey = await demo.backend.keyOf('ShipFast')
  expect(await demo.backend.callWith(scenarioKey, 'GET', '/v1/whoami')).toMatchObject({
    status: 200,
  })
  await expect(demoForStory('demo=tokns')).rejects.toThrow('demo=tokns is not one of')
})
