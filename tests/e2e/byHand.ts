import type { Page } from '@playwright/test'

import { type DemoAccount, expect, pagesIn, type WantedToken } from '../kit/playwright.ts'

/** Opens an address and logs in on the way, as a first visitor does: where a link would hide what is tested. */
export async function logIn(page: Page, account: DemoAccount, address = '/'): Promise<void> {
  await page.goto(address)
  await pagesIn(page).loginPage.logInAs(account)
  await expect(page).not.toHaveURL(/\/login/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** From the list: generates a token on the form, and comes back. Gives its key. */
export async function addToken(page: Page, wanted: WantedToken = {}): Promise<string> {
  const { tokenListPage, tokenFormPage, tokenKeyPage } = pagesIn(page)
  await tokenListPage.addToken()
  await tokenFormPage.fill(wanted)
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(tokenListPage).toListToken({ name: wanted.name ?? 'ShipFast' })
  return key
}
