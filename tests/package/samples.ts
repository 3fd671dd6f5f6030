/** A test of a project that uses the Playwright kit: its types, and the matchers that need axe. */
export const playwrightSample = `
import { expect, test, type TokenInput } from 'edesk-api-tokens/playwright'

const wanted: TokenInput = { name: 'ShipFast', features: { Messages: 'Read Only' } }

test.use({ as: 'admin' })

test('uses the installed kit', async ({ demo, page, tokenFormPage, tokenKeyPage }) => {
  await tokenFormPage.open()
  await tokenFormPage.fill(wanted)
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(page).toListToken({ name: 'ShipFast', access: 'Custom' })
  await expect(page).toHaveLeftNoTraceOf(key)
  await expect(page).toHaveNoAccessibilityViolations()
  expect((await demo.backend.tokens()).map(({ name }) => name)).toEqual(['ShipFast'])
})
`

/** Tests of a project that uses the kits for component tests and for stories. */
export const componentSample = `
import { demoForStory } from 'edesk-api-tokens/stories'
import { mountWithBackend, openApp, startBackend } from 'edesk-api-tokens/vitest'
import { setupServer } from 'msw/node'
import { expect, it } from 'vitest'
import { defineComponent, h, onMounted, ref } from 'vue'
import { useRoute } from 'vue-router'

it('opens the application', async () => {
  const { sees } = await openApp({ scenario: 'tokens', as: 'admin' })
  await sees.heading('API Tokens')
})

it('mounts a component of the project, with its Vue and its router', async () => {
  const { backend } = await startBackend({ as: 'admin' })
  const { key } = await backend.addToken({ access: 'Read-only' })
  const Owner = defineComponent(() => {
    const { params } = useRoute()
    const name = ref('nobody')
    onMounted(async () => {
      const response = await fetch('/v1/whoami', { headers: { Authorization: \`Bearer \${key}\` } })
      name.value = response.ok ? 'somebody' : String(response.status)
    })
    return () => h('p', \`\${name.value} in \${params.shop}\`)
  })
  const { sees } = await mountWithBackend(Owner, { at: '/shops/north', route: '/shops/:shop' })
  await sees.text('somebody in north')
})

it('gives MSW of the project the handlers of a story', async () => {
  const { handlers, demo } = await demoForStory('demo=tokens&demo.as=admin')
  setupServer(...handlers)
  expect(await demo.state()).toMatchObject({ scenario: 'tokens' })
})
`
