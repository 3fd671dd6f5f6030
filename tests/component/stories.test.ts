import { screen, within } from '@testing-library/dom'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { type Component, createApp } from 'vue'

import AdminNeeded from '#src/features/session/AdminNeeded.vue'
import TokenListPage from '#src/features/api-tokens/TokenListPage.vue'

import { demoForStory, storiesOn, type StoryParameters } from '../kit/stories.ts'
import { click } from './userActions.ts'

// In Node, what a story book's worker is in a browser.
const network = setupServer()
const stories = storiesOn(network)
beforeAll(() => network.listen({ onUnhandledFrame: 'error' }))
afterAll(() => network.close())

/** Shows a story as a story book does: its loaders first, then its component in an app of its own, prepared by `setup`. */
async function show(component: Component, parameters: StoryParameters) {
  const demo = await stories.load(parameters)
  const app = createApp(component)
  stories.install(app)
  const place = document.body.appendChild(document.createElement('main'))
  app.mount(place)
  onTestFinished(() => {
    app.unmount()
    place.remove()
  })
  return demo
}

const namesInList = async () =>
  within(await screen.findByRole('table', { name: 'API Tokens' }))
    .getAllByRole('link')
    .map((link) => link.textContent)

it('a story shows what its link says', async () => {
  await show(TokenListPage, { demo: 'demo=names' })
  expect(await namesInList()).toContain('<img src=x onerror=alert(1)>')
})

it('the next story has another backend, with its faults and its clock', async () => {
  const link = 'demo=tokens&demo.fault=listTokens:503@1&demo.now=2027-11-24T09:00:00Z'
  const demo = await show(TokenListPage, { demo: link })
  await screen.findByRole('alert')
  await click('button', 'Retry')
  expect(await namesInList()).toHaveLength(12)
  expect(screen.getAllByText(/1 year ago/).length).toBeGreaterThan(0)
  expect(await demo.exchanges()).toHaveLength(3)
})

it('a story is for the person of its link, at an address that the address bar does not show', async () => {
  const before = location.href
  await show(AdminNeeded, { demo: 'demo=tokens&demo.as=agent', at: '/settings/api-tokens' })
  await screen.findByRole('region', { name: 'Admins of Northwind Home' })
  expect(location.href).toBe(before)
})

it('somebody else’s component has the backend alone', async () => {
  const { handlers, demo, opens } = await demoForStory('demo=just-connected&demo.as=agent')
  network.resetHandlers(...handlers)
  const answer = await fetch(new URL('/api/session', location.href))
  expect(await answer.json()).toMatchObject({ session: { user: { role: 'agent' } } })
  expect(opens).toMatch(/^\/settings\/api-tokens\/\w+/)
  expect(await demo.state()).toMatchObject({ scenario: 'just-connected' })
  await expect(demoForStory('demo=tokns')).rejects.toThrow('demo=tokns is not one of')
})
