import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'
import { languages } from '#src/locales/languages.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

import { expectAccessible, expectFitsWidth } from '../expectAccessible.ts'
import { expectNothingCutOff } from '../expectNothingCutOff.ts'

const token = `/settings/api-tokens/${demoTokenId('new-place', 'ShipFast')}`
const addresses = [
  '/settings/api-tokens',
  token,
  `${token}/requests`,
  `${token}/replace`,
  '/settings/api-tokens/new',
  '/settings/api-tokens/activity',
  '/settings/api-tokens/advice',
  '/settings/api-tokens/rules',
  '/settings/api-tokens/found',
  '/settings/users',
  '/settings/plan',
  '/tickets',
]
const heading = page.getByRole('heading', { level: 1 })

describe.each(languages.filter((language) => language !== 'en'))('in %s', (language) => {
  it('no page scrolls sideways, and no text is cut off', async () => {
    const { wrapper } = await openApp({ scenario: 'new-place', as: 'admin', at: '/settings' })
    await showLanguage(language)
    for (const at of addresses) {
      await wrapper.vm.$router.push(at)
      await expect.element(heading).toBeVisible()
      await expect.poll(() => document.querySelector('main .loading-state')).toBeNull()
      for (const width of [360, 1280]) {
        await page.viewport(width, 800)
        expectFitsWidth(`${at}, ${width} pixels`)
        expectNothingCutOff(`${at}, ${width} pixels`)
      }
    }
  })
})

it.each(['de', 'ar'] as const)(
  'has no accessibility violations in %s: the list, the form and a token',
  async (language) => {
    const at = '/settings/api-tokens'
    const { wrapper } = await openApp({ scenario: 'new-place', as: 'admin', at })
    await showLanguage(language)
    for (const next of [at, `${at}/new`, token]) {
      await wrapper.vm.$router.push(next)
      await expect.element(heading).toBeVisible()
      await expect.poll(() => document.querySelector('main .loading-state')).toBeNull()
      await expectAccessible()
    }
  },
)
