import type { Page } from '@playwright/test'

import { type DemoAccount, expect, pagesIn, type TokenInput } from '#src/kit/playwright.ts'

/** Opens a path and logs in through the login page, as a first visitor does. For tests that must not use a demo link. */
export async function logIn(page: Page, account: DemoAccount, path = '/'): Promise<void> {
  await page.goto(path)
  await pagesIn(page).loginPage.logInAs(account)
  await expect(page).not.toHaveURL(/\/login/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Starts on the token list: generates a token with the form, and returns to the list. Returns the key. */
export async function addToken(page: Page, token: TokenInput = {}): Promise<string> {
  const { tokenListPage, tokenFormPage, tokenKeyPage } = pagesIn(page)
  await tokenListPage.addToken()
  await tokenFormPage.fill(token)
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(tokenListPage).toListToken({ name: token.name ?? 'ShipFast' })
  return key
}
