import type { Page } from '@playwright/test'

import { type Demo, expect, type Pages, test } from '../kit/playwright.ts'
import { expectGoodInAllSizes } from './inAllSizes.ts'

interface Kit extends Pages {
  page: Page
  demo: Demo
}

type State = (kit: Kit) => Promise<void>

/** Every state of every screen, by name, with the way to it: for nobody, an Admin, an Agent, and an Admin without the plan. */
const nobodysStates: Record<string, State> = {
  'log-in': async ({ loginPage }) => {
    await loginPage.open()
    await expect(loginPage.accounts).toHaveCount(3)
  },
  'log-in, with errors': async ({ loginPage }) => {
    await loginPage.open()
    await loginPage.logInButton.click()
  },
  'page not found': async ({ demo, page }) => {
    await demo.open('/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

const adminsStates: Record<string, State> = {
  'the list, empty': async ({ tokenListPage, page }) => {
    await tokenListPage.open()
    await page.getByText('What is an API token?').click()
  },
  'the list, failed': async ({ demo, tokenListPage }) => {
    await demo.faults.add('listTokens:lost')
    await tokenListPage.open()
    await expect(tokenListPage.alert).toBeVisible()
  },
  'the list, loading': async ({ demo, tokenListPage, page }) => {
    await demo.faults.add('listTokens:never')
    await tokenListPage.open()
    await expect(page.locator('[aria-busy=true]')).toBeVisible()
  },
  'the list, with tokens': async ({ demo, tokenListPage }) => {
    await demo.backend.addToken({ description: 'Updates shipping details', access: 'Custom' })
    await demo.backend.addToken({ name: 'x'.repeat(80), access: 'Full Access' })
    await tokenListPage.open()
    await expect(tokenListPage.names).toHaveCount(2)
  },
  'the list, menu open': async ({ demo, tokenListPage, page }) => {
    await demo.backend.addToken()
    await tokenListPage.open()
    await tokenListPage.actions('ShipFast').click()
    await expect(page.getByRole('menuitem').first()).toBeFocused()
  },
  'the list, dialog open': async ({ demo, tokenListPage }) => {
    await demo.backend.addToken()
    await tokenListPage.open()
    const { dialog } = await tokenListPage.askToDelete('ShipFast')
    await expect(dialog).toBeVisible()
  },
  'the form': async ({ tokenFormPage }) => {
    await tokenFormPage.open()
    await expect(tokenFormPage.heading).toBeVisible()
  },
  'the form, Custom': async ({ tokenFormPage }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill({ features: { Tickets: 'Full Access', Messages: 'Read Only' } })
  },
  'the form, with errors': async ({ tokenFormPage }) => {
    await tokenFormPage.open()
    await tokenFormPage.chooseExpiration('2020-02-29')
    await tokenFormPage.generate()
    await expect(tokenFormPage.name).toHaveAttribute('aria-invalid', 'true')
    await expect(tokenFormPage.expiresOn).toHaveAttribute('aria-invalid', 'true')
  },
  'the form, failed': async ({ demo, tokenFormPage }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill()
    await demo.faults.add('createToken:lost')
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toBeVisible()
  },
  'the form, leaving': async ({ tokenListPage, tokenFormPage }) => {
    await tokenListPage.open()
    await tokenListPage.addToken()
    await tokenFormPage.fill()
    await tokenFormPage.cancel()
    await expect(tokenFormPage.discardDialog).toBeVisible()
  },
  'the form, filled in by a link': async ({ tokenFormPage }) => {
    await tokenFormPage.open({ template: 'shipping', name: 'x'.repeat(80), scope: 'all' })
    await expect(tokenFormPage.linkNote).toBeVisible()
  },
  'found keys': async ({ demo, foundKeyPage }) => {
    const { key } = await demo.backend.addToken({ name: 'x'.repeat(80), access: 'Custom' })
    const mistyped = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`
    await foundKeyPage.open()
    await foundKeyPage.look(`${key} ${mistyped} edesk_Php1swTxY3452ZJBqvA6YaaedYzqcw1jRFVf`)
    await expect(foundKeyPage.results).toHaveText('2 keys found')
  },
  'the key': async ({ tokenFormPage, tokenKeyPage, page }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill()
    await tokenFormPage.generate()
    await tokenKeyPage.key()
    await page.getByText('How to keep it safe').click()
  },
  'the key, copied': async ({ tokenFormPage, tokenKeyPage }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill()
    await tokenFormPage.generate()
    await tokenKeyPage.copy()
    await expect(tokenKeyPage.status).toContainText('Copied')
  },
  'the details': async ({ demo, tokenDetailsPage }) => {
    const { id } = await demo.backend.addToken({ access: 'Custom' })
    await tokenDetailsPage.open(id)
    await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
  },
  'the details, expiring soon, with a date to choose': async ({ demo, tokenDetailsPage, page }) => {
    const soon = new Date(Date.parse(await demo.clock.now()) + 3 * 86_400_000)
    const { id } = await demo.backend.addToken({ expiresAt: soon.toISOString() })
    await tokenDetailsPage.open(id)
    await expect(page.getByText('This token expires in 3 days')).toBeVisible()
    await tokenDetailsPage.shorten('2020-02-29')
    await expect(tokenDetailsPage.expiresOn).toHaveAttribute('aria-invalid', 'true')
  },
  'the settings': async ({ demo, page }) => {
    await demo.open('/settings')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'the users': async ({ usersPage }) => {
    await usersPage.open()
    await expect(usersPage.table).toBeVisible()
  },
  'help, getting started': async ({ demo, page }) => {
    await demo.open('/help/getting-started')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'help, uses': async ({ demo, page }) => {
    await demo.open('/help/uses')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

const agentsStates: Record<string, State> = {
  'no Admin': async ({ accessGate }) => {
    await accessGate.open()
    await expect(accessGate.requestButton).toBeVisible()
  },
  'no Admin, requested': async ({ accessGate, page }) => {
    await accessGate.open()
    await accessGate.requestAdminAccess()
    await expect(page.getByText('You have requested')).toBeVisible()
  },
  'the tickets': async ({ ticketListPage }) => {
    await ticketListPage.open()
    await expect(ticketListPage.table).toBeVisible()
  },
  'a ticket': async ({ ticketPage }) => {
    await ticketPage.open(3)
    await expect(ticketPage.order).toBeVisible()
  },
}

const startersStates: Record<string, State> = {
  'the plans': async ({ planPage, page }) => {
    await planPage.open()
    await expect(page.getByRole('button', { name: 'Move to Professional' })).toBeVisible()
  },
  'no plan': async ({ accessGate }) => {
    await accessGate.open()
    await expect(accessGate.seePlansLink).toBeVisible()
  },
}

for (const { states, ...situation } of [
  { states: nobodysStates, as: 'nobody' },
  { states: adminsStates, as: 'admin' },
  { states: agentsStates, as: 'agent' },
  { states: startersStates, scenario: 'starter' },
] as const) {
  test.describe(() => {
    test.use(situation)
    for (const [name, reach] of Object.entries(states)) {
      test(`${name}: no fault that axe can find, wide and narrow, light and dark`, async ({
        page,
        demo,
      }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await reach({ ...demo, page, demo })
        await expectGoodInAllSizes(page)
      })
    }
  })
}

test.use({ as: 'admin' })

test('the settings’ sections are in a drawer on a phone', async ({ page, tokenListPage }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await tokenListPage.open()
  await page.getByRole('button', { name: 'Sections of the settings' }).click()
  const drawer = page.getByRole('dialog', { name: 'Settings' })
  await expect(page).toHaveNoAccessibilityFaults()
  await drawer.getByRole('link', { name: 'Plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await expect(drawer).toHaveCount(0)
})

test('on a phone the whole key can be read without scrolling sideways', async ({
  page,
  tokenFormPage,
  tokenKeyPage,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await tokenFormPage.open()
  await tokenFormPage.fill()
  await tokenFormPage.generate()
  await tokenKeyPage.key()
  await expect(page).toFitItsWidth()
  const hidden = await tokenKeyPage.keyField.evaluate((field) => [
    field.scrollWidth - field.clientWidth,
    field.scrollHeight - field.clientHeight,
  ])
  expect(hidden).toEqual([0, 0])
})

test('the appearance can be chosen, and stays chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/login')
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(colour).toBe('rgb(246, 247, 249)')
  await page.getByRole('button', { name: /Appearance/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect.poll(colour).toBe('rgb(16, 21, 29)')
  await page.reload()
  await expect.poll(colour).toBe('rgb(16, 21, 29)')
  await page.getByRole('button', { name: /Appearance/ }).click()
  await page.getByRole('menuitem', { name: 'As the system' }).click()
  await expect.poll(colour).toBe('rgb(246, 247, 249)')
})

test('everything has a size that a finger can hit', async ({
  page,
  demo,
  tokenListPage,
  tokenFormPage,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await demo.backend.addToken({ access: 'Custom' })
  await tokenListPage.open()
  await expect(tokenListPage.names).toHaveCount(1)
  expect(await tooSmall(page)).toEqual([])
  await tokenListPage.addToken()
  await tokenFormPage.level('Custom').check()
  expect(await tooSmall(page)).toEqual([])
})

/** What is harder to hit than it should be. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, main a:not(p a)')].flatMap((element) => {
      // The label around a radio or a checkbox is part of what can be hit.
      const target = element.matches('[type=radio], label [type=checkbox]')
        ? (element.closest('label') ?? element.parentElement ?? element)
        : element
      const { width, height } = target.getBoundingClientRect()
      return width > 0 && (width < 24 || height < 24)
        ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
        : []
    }),
  )
}
