import type { Page } from '@playwright/test'

import {
  addToken,
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  fillForm,
  generate,
  injectFaults,
  logIn,
  openForm,
  test,
} from './fixtures.ts'

/** Every state of every screen, by name, with the way to it. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'log-in': async (page) => {
    await page.goto('/login')
    await expect(page.getByRole('button', { name: /^Log in as/ })).toHaveCount(3)
  },
  'log-in, with errors': async (page) => {
    await page.goto('/login')
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
  },
  'the list, empty': async (page) => {
    await logIn(page, 'Admin, Professional')
    await page.getByText('What is an API token?').click()
  },
  'the list, failed': async (page) => {
    await logIn(page, 'Admin, Professional')
    await injectFaults(page, { 'GET /api/tokens': ['lost'] })
    await page.reload()
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'the list, loading': async (page) => {
    await logIn(page, 'Admin, Professional')
    await injectFaults(page, { 'GET /api/tokens': ['never'] })
    await page.reload()
    await expect(page.locator('[aria-busy=true]')).toBeVisible()
  },
  'the list, with tokens': async (page) => {
    await logIn(page, 'Admin, Professional')
    await addToken(page, { description: 'Updates shipping details', level: 'Custom' })
    await addToken(page, { name: 'x'.repeat(80), level: 'Full Access' })
  },
  'the list, menu open': async (page) => {
    await logIn(page, 'Admin, Professional')
    await addToken(page)
    await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
    await expect(page.getByRole('menuitem')).toBeFocused()
  },
  'the list, dialog open': async (page) => {
    await logIn(page, 'Admin, Professional')
    await addToken(page)
    await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
    await page.getByRole('menuitem', { name: 'Delete token' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the form': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
  },
  'the form, Custom': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page, { level: 'Custom' })
    await page
      .getByRole('radiogroup', { name: 'Tickets' })
      .getByRole('radio', { name: 'Full Access' })
      .check()
    await page
      .getByRole('radiogroup', { name: 'Messages' })
      .getByRole('radio', { name: 'Read Only' })
      .check()
  },
  'the form, with errors': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await page.getByRole('button', { name: 'Generate token' }).click()
  },
  'the form, failed': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    await injectFaults(page, { 'POST /api/tokens': ['lost'] })
    await page.getByRole('button', { name: 'Generate token' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'the form, leaving': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the key': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    await generate(page)
    await page.getByText('How to keep it safe').click()
  },
  'the key, copied': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    await generate(page)
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect(page.getByRole('status')).toContainText('Copied')
  },
  'the details': async (page) => {
    await logIn(page, 'Admin, Professional')
    await addToken(page, { level: 'Custom' })
    await page.getByRole('link', { name: 'ShipFast' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
  },
  'the settings': (page) => logIn(page, 'Admin, Professional', '/settings'),
  'the users': async (page) => {
    await logIn(page, 'Admin, Professional', '/settings/users')
    await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
  },
  'the plans': async (page) => {
    await logIn(page, 'Admin, Starter', '/settings/plan')
    await expect(page.getByRole('button', { name: 'Move to Professional' })).toBeVisible()
  },
  'no Admin': async (page) => {
    await logIn(page, 'Agent, Professional', '/settings/api-tokens')
    await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
  },
  'no Admin, requested': async (page) => {
    await logIn(page, 'Agent, Professional', '/settings/api-tokens')
    await page.getByRole('button', { name: 'Request Admin access' }).click()
    await expect(page.getByText('You have requested')).toBeVisible()
  },
  'no plan': (page) => logIn(page, 'Admin, Starter'),
  'the tickets': async (page) => {
    await logIn(page, 'Agent, Professional')
    await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible()
  },
  'a ticket': async (page) => {
    await logIn(page, 'Agent, Professional', '/tickets/3')
    await expect(page.getByRole('region', { name: 'Order' })).toBeVisible()
  },
  'help, getting started': (page) => logIn(page, 'Admin, Professional', '/help/getting-started'),
  'help, uses': (page) => logIn(page, 'Admin, Professional', '/help/uses'),
  'page not found': async (page) => {
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: no fault that axe can find, wide and narrow, light and dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await reach(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScrolling(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    }
  })
}

test('the settings’ sections are in a drawer on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await logIn(page, 'Admin, Professional')
  await page.getByRole('button', { name: 'Sections of the settings' }).click()
  const drawer = page.getByRole('dialog', { name: 'Settings' })
  await expectAccessible(page)
  await drawer.getByRole('link', { name: 'Plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await expect(drawer).toHaveCount(0)
})

test('on a phone the whole key can be read without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  await generate(page)
  await expectNoSidewaysScrolling(page)
  const hidden = await page
    .getByRole('textbox', { name: 'API key' })
    .evaluate((field) => [
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

test('everything has a size that a finger can hit', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await logIn(page, 'Admin, Professional')
  await addToken(page, { level: 'Custom' })
  await openForm(page)
  await page.getByRole('radio', { name: 'Custom' }).check()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, main a:not(p a)')].flatMap((element) => {
      // The label of a radio is part of what can be hit.
      const target = element.matches('[type=radio]')
        ? (element.closest('label') ?? element.parentElement ?? element)
        : element
      const { width, height } = target.getBoundingClientRect()
      return width > 0 && (width < 24 || height < 24)
        ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
        : []
    }),
  )
  expect(small).toEqual([])
})
