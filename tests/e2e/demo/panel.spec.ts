import { expect, test } from '#src/kit/playwright.ts'

import { handleOf, openLink, openPanel, panelOf, stateOf } from './demoTab.ts'

test('the panel stays open after a reload and in another scenario, and can be opened by a link', async ({
  page,
}) => {
  await openLink(page, 'demo=empty&demo.as=admin')
  await openPanel(page)
  await expect.poll(async () => (await stateOf(page)).panel).toBe(true)
  await page.reload()
  await expect(panelOf(page)).toBeVisible()
  await handleOf(page).click()
  await expect.poll(async () => (await stateOf(page)).panel).toBe(false)
  await page.reload()
  await expect(handleOf(page)).toBeVisible()
  await expect(panelOf(page)).toHaveCount(0)
  await openLink(page, 'demo=tokens&demo.panel=open')
  await expect(panelOf(page)).toBeVisible()

  await panelOf(page).getByRole('combobox', { name: 'Scenario' }).selectOption('Starter plan')
  await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'starter')
  await expect(panelOf(page)).toBeVisible()
  await expect(panelOf(page).getByRole('combobox', { name: 'Log in as' })).toHaveValue('admin')
})
