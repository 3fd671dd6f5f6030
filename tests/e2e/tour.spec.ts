import type { Page } from '@playwright/test'

import { expect, test } from '#src/kit/playwright.ts'

const tour = '/?demo=empty&demo.as=admin&demo.tour=1'

const card = (page: Page, title: string) => page.getByRole('dialog', { name: title, exact: true })

test('loads the tour only from its link, resumes it after a reload, and ends it on another link', async ({
  page,
}) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  const resume = page.getByRole('button', { name: 'Resume the tour' })
  const add = page.getByRole('link', { name: 'Add a token' })

  await test.step('loads no code of the tour without its link', async () => {
    await page.goto('/?demo=empty&demo.as=admin')
    await expect(add).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(loaded.filter((url) => /tour/i.test(url))).toEqual([])
    await page.goto(tour)
    await expect(card(page, 'A tour of API tokens')).toBeVisible()
    expect(loaded.filter((url) => /mountTour/.test(url))).not.toEqual([])
  })

  await test.step('keeps its position after a reload', async () => {
    await page.getByRole('button', { name: 'Start the tour' }).click()
    const title = 'A token unlocks eDesk for another application'
    await expect(card(page, title)).toBeVisible()
    await page.reload()
    await expect(card(page, title)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Where is my order?' })).toBeVisible()
  })

  await test.step('can be resumed after a reload until the user ends it', async () => {
    await page.getByRole('button', { name: 'Pause tour' }).click()
    await expect(resume).toBeFocused()
    await page.reload()
    await expect(resume).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await resume.click()
    await expect(card(page, 'A token unlocks eDesk for another application')).toBeVisible()
    await page.getByRole('button', { name: 'Pause tour' }).click()
    await page.getByRole('button', { name: 'End the tour' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Demo panel' })).toBeVisible()
    await expect(resume).toHaveCount(0)
  })

  await test.step('ends on a link to another scenario', async () => {
    await page.goto(tour)
    await expect(card(page, 'A tour of API tokens')).toBeVisible()
    await page.goto('/?demo=tokens')
    await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Demo panel' })).toBeVisible()
    await expect(card(page, 'A tour of API tokens')).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Demo panel' })).toBeVisible()
    await expect(resume).toHaveCount(0)
  })
})
