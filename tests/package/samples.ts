/** A test of a project that uses the Playwright kit: its types, and the matchers that need axe. */
export const playwrightSample = `
import { expect, test, type TokenInput } from 'edesk-api-tokens/playwright'

const wanted: TokenInput = { name: 'ShipFast', features: { Messages: 'Read Only' } }

test.use({ as: 'admin', lang: 'de' })

test('uses the installed kit in German', async ({ demo, page, tokenFormPage, tokenKeyPage }) => {
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

/** A test of a project that uses the kit for stories. */
export const storySample = `
import { demoForStory } from 'edesk-api-tokens/stories'
import { setupServer } from 'msw/node'
import { expect, it } from 'vitest'

it('gives MSW of the project the handlers of a story', async () => {
  const { handlers, demo } = await demoForStory('demo=tokens&demo.as=admin')
  setupServer(...handlers)
  expect(await demo.state()).toMatchObject({ scenario: 'tokens' })
})
`

/** A component test of a project that has not installed user-event. */
export const userlessSample = `
import { openApp } from 'edesk-api-tokens/vitest'
import { expect, it } from 'vitest'

it('says what to install if a test uses the user', async () => {
  const { sees, user } = await openApp({ scenario: 'tokens', as: 'admin' })
  await sees.heading('API Tokens')
  expect(() => user.tab()).toThrow('To use \`user\`, install @testing-library/user-event.')
})
`
