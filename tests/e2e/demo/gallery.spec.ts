import type { Page } from '@playwright/test'

import { leakedLog } from '#src/mock/scenarios/leakedLog.ts'
import { expect, pagesIn, test } from '#src/kit/playwright.ts'

import { groupOf, handleOf, openLink, openPanel, stateOf, seedTimeout } from './demoTab.ts'

/** Checks for each link that it opens the situation that its title describes. */
const situations: Record<string, (page: Page) => Promise<void>> = {
  'The start of the help article': async (page) => {
    await expect(pagesIn(page).tokenListPage.emptyNote).toBeVisible()
  },
  'A dozen tokens': async (page) => {
    await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
  },
  '10,000 tokens': async (page) => {
    await expect(page.getByText(/of 10,000/).filter({ visible: true })).toBeVisible()
  },
  'Starter plan': async (page) => {
    await expect(page.getByRole('main')).toContainText('Professional plan')
  },
  'An Agent requests access': async (page) => {
    await page.getByRole('button', { name: 'Request Admin access' }).click()
    await expect(page.getByText('You have requested')).toBeVisible()
  },
  'A shipping application just connected': async (page) => {
    await expect(pagesIn(page).tokenDetailsPage.heading).toHaveText('ShipFast')
    await expect(page.getByText(/minutes? ago/).first()).toBeVisible()
  },
  'Rules for tokens': async (page) => {
    const { rulesPage } = pagesIn(page)
    await expect(rulesPage.heading).toHaveText('Rules')
    await expect(page.getByRole('link', { name: /break this rule/ }).first()).toBeVisible()
  },
  'A key used from elsewhere': async (page) => {
    await expect(pagesIn(page).tokenListPage.row('ShipFast')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Notices, .*need action/ })).toBeVisible()
  },
  'Tidying up tokens': async (page) => {
    await expect(pagesIn(page).tokenAdvicePage.group('Failing')).toContainText('1')
  },
  'An application is refused': async (page) => {
    await expect(pagesIn(page).tokenDetailsPage.heading).toHaveText('ShipFast')
    await expect(page.getByText('403').first()).toBeVisible()
  },
  'A key has leaked': async (page) => {
    const { foundKeyPage } = pagesIn(page)
    await foundKeyPage.search(leakedLog)
    await expect(foundKeyPage.token('ShipFast')).toBeVisible()
  },
  'A slow network': async (page) => {
    await expect(page.locator('[aria-busy=true]')).toBeVisible()
    expect(await stateOf(page)).toMatchObject({ latency: 2500 })
    await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
  },
  'A backend that sometimes fails': async (page) => {
    await expect(page.getByText('This could not be loaded')).toBeVisible()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
  },
  Offline: async (page) => {
    await expect(page.getByRole('alert')).toBeVisible()
    await openPanel(page)
    await groupOf(page, 'Faults').getByRole('button', { name: 'Clear all faults' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Retry' }).click()
    await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
  },
  'A full storage': async (page) => {
    const { tokenFormPage } = pagesIn(page)
    await tokenFormPage.fill({ name: 'One more' })
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toBeVisible()
  },
  'Two people edit one token': async (page) => {
    const { tokenDetailsPage } = pagesIn(page)
    await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
    await tokenDetailsPage.edit({ description: 'Mine' })
    await tokenDetailsPage.save()
    await expect(page.getByRole('dialog')).toContainText('Checked by Robin.')
  },
  'The session ends while you fill in a form': async (page) => {
    const { tokenFormPage } = pagesIn(page)
    await tokenFormPage.fill({ name: 'One more' })
    await tokenFormPage.generate()
    await expect(page.getByRole('dialog')).toContainText('Log in')
    await expect(tokenFormPage.name).toHaveValue('One more')
  },
  'Right to left, and very long names': async (page) => {
    await expect(pagesIn(page).tokenListPage.table).toContainText(/[\u0600-\u06FF]/)
    await expect(page).toFitViewportWidth()
    // A long description must not make a row fill the screen.
    for (const row of await pagesIn(page).tokenListPage.table.getByRole('row').all()) {
      expect((await row.boundingBox())?.height).toBeLessThan(400)
    }
  },
}

/** How many links one test follows, one after the other, in one page. */
const linksPerTest = 4

test('links to each scenario, and says who is logged in', async ({ page }) => {
  await page.goto('/demo')
  await expect(page.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeVisible()
  await expect(page).toHaveTitle('Scenarios – eDesk')
  const items = page.getByRole('main').getByRole('listitem')
  const titles = await items.getByRole('link').allTextContents()
  expect(titles.toSorted()).toEqual(Object.keys(situations).toSorted())
  await expect(items.filter({ hasText: 'An Agent requests' })).toContainText('as Agent')
  await expect(page.getByRole('main')).toContainText('The keys of a demo are not secret')
})

const names = Object.keys(situations)
for (let first = 0; first < names.length; first += linksPerTest) {
  const batch = names.slice(first, first + linksPerTest)
  test(`each link opens its scenario: ${batch.join('; ')}`, async ({ page, guards }) => {
    guards.allowStatuses(401, 403, 412)
    for (const name of batch) {
      await test.step(name, async () => {
        await page.goto('/demo')
        await page.getByRole('link', { name, exact: true }).click()
        await expect(handleOf(page)).toBeAttached(seedTimeout)
        await expect(page).not.toHaveURL(/demo/)
        await situations[name]?.(page)
      })
    }
  })
}

test('has an example link, and works when the backend is unreachable', async ({ page }) => {
  await test.step('the example link sets a person, a time and a fault', async () => {
    await page.goto('/demo')
    await page.getByRole('link', { name: /demo\.fault=createToken:503@1/ }).click()
    await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'many', seedTimeout)
    await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
    const state = await stateOf(page)
    expect(state).toMatchObject({
      scenario: 'many',
      as: 'agent@example.com',
      ownClock: true,
      faults: [{ operation: 'createToken', what: 503, when: { nth: 1 } }],
    })
    const shown = Date.parse(state.now) - Date.parse('2026-12-31T23:59:50Z')
    expect(shown).toBeGreaterThanOrEqual(0)
    expect(shown).toBeLessThan(60_000)
  })

  await test.step('without the backend, leads back to a visit without a scenario', async () => {
    await openLink(page, 'demo=offline')
    await expect(page.getByRole('alert')).toBeVisible()
    const panel = await openPanel(page)
    await panel.getByRole('link', { name: 'All scenarios' }).click()
    await page.getByRole('button', { name: 'Open eDesk without a scenario' }).click()
    await expect(pagesIn(page).loginPage.heading).toHaveText('Log in to eDesk')
    expect(await stateOf(page)).toMatchObject({ world: 'plain', seed: null })
  })
})
