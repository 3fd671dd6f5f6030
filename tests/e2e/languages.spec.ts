import { expect, test } from '#src/kit/playwright.ts'
import { directionOf, languageNames, languages } from '#src/locales/languages.ts'

for (const language of languages) {
  test.describe(`in ${languageNames[language]}`, () => {
    test.use({ lang: language, scenario: 'empty', as: 'nobody' })

    test('an Admin can follow the help article', async ({
      page,
      loginPage,
      tokenListPage,
      tokenFormPage,
      tokenKeyPage,
      tokenDetailsPage,
    }) => {
      await loginPage.open()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator('html')).toHaveCSS('direction', directionOf(language))
      await expect(loginPage.heading).toBeVisible()
      await loginPage.logIn('admin@example.com')
      await expect(tokenListPage.heading).toBeVisible()
      await expect(tokenListPage.emptyNote).toBeVisible()
      const [heading = ''] = await tokenListPage.heading.allInnerTexts()
      await expect(page).toHaveTitle(new RegExp(heading))

      await tokenListPage.addToken()
      await tokenFormPage.fill({
        name: 'ShipFast',
        description: 'Updates shipping details',
        features: { 'Sales Orders': 'Full Access' },
      })
      await tokenFormPage.generate()
      expect(await tokenKeyPage.key()).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
      await expect(tokenKeyPage.keyField).toHaveCSS('direction', 'ltr')
      await tokenKeyPage.copy()
      await tokenKeyPage.returnToList()
      await expect(tokenListPage).toListToken({
        name: 'ShipFast',
        access: 'Custom',
        status: 'Active',
        lastUsed: 'Never used',
      })

      await tokenListPage.openDetails('ShipFast')
      await tokenDetailsPage.edit({ name: 'ShipFast Pro' })
      await tokenDetailsPage.save()
      await expect(tokenDetailsPage.status).toContainText('ShipFast Pro')
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await tokenListPage.open()
      await tokenListPage.deleteToken('ShipFast Pro')
      await expect(tokenListPage.emptyNote).toBeVisible()
    })
  })
}

// The page objects take their names from the files of the application. This test names one itself.
test('a link opens the application in German', async ({ page }) => {
  await page.goto('/settings/api-tokens?demo=tokens&demo.lang=de')
  await expect(page.getByRole('link', { name: 'Token hinzufügen', exact: true })).toBeVisible()
})
