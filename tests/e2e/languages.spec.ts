import { readFileSync } from 'node:fs'

import type { Page } from '@playwright/test'

import { expect, test } from '#src/kit/playwright.ts'
import { directionOf, type Language, languageNames, languages } from '#src/locales/languages.ts'

// The page objects of the kit find elements by their English names. These tests take the names from the messages.

type Values = Readonly<Record<string, string>>

/** Returns a function for the messages of a language: `words('lifecycle.delete')`. */
function wordsOf(language: Language): (key: string, values?: Values) => string {
  return (key, values = {}) => {
    const [file = ''] = key.split('.')
    const path = `src/locales/${language}/${file}.json`
    const message = key
      .split('.')
      .reduce<unknown>(
        (part, name) => (part as Record<string, unknown>)[name],
        JSON.parse(readFileSync(path, 'utf8')),
      )
    if (typeof message !== 'string') throw new Error(`${path} has no message "${key}"`)
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  }
}

/** The isolates around a name that somebody typed are invisible. */
const withoutIsolates = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')

async function expectToast(page: Page, text: string): Promise<void> {
  const status = page.getByRole('status').filter({ hasText: /./ }).last()
  await expect.poll(async () => withoutIsolates((await status.textContent()) ?? '')).toContain(text)
}

for (const language of languages) {
  test(`an Admin can follow the help article in ${languageNames[language]}`, async ({ page }) => {
    const words = wordsOf(language)
    const click = (role: 'button' | 'link' | 'menuitem' | 'radio', key: string, values?: Values) =>
      page
        .getByRole(role, { name: words(key, values), exact: true })
        .first()
        .click()

    await page.goto(`/settings/api-tokens?demo=empty&demo.lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveCSS('direction', directionOf(language))
    await page.getByRole('textbox', { name: words('logIn.email') }).fill('admin@example.com')
    await page.getByLabel(words('logIn.password')).fill('edesk-demo')
    await click('button', 'logIn.logIn')

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('apiTokens.heading'))
    await expect(page).toHaveTitle(new RegExp(words('apiTokens.heading')))
    await expect(page.getByText(words('tokenList.empty.title'))).toBeVisible()
    await click('link', 'tokenList.add')

    await page.getByRole('textbox', { name: words('tokenForm.name') }).fill('ShipFast')
    await page
      .getByRole('textbox', { name: words('tokenForm.description') })
      .fill('Updates shipping details')
    await page.getByRole('radio', { name: words('apiTokens.levels.custom') }).check()
    await page
      .getByRole('radiogroup', { name: words('apiTokens.features.sales_orders'), exact: true })
      .getByRole('radio', { name: words('apiTokens.permissions.full_access'), exact: true })
      .check()
    await click('button', 'tokenForm.submit')

    const key = page.getByRole('textbox', { name: words('tokenKey.label'), exact: true })
    await expect(key).toHaveValue(/^edesk_[0-9A-Za-z]{36}$/)
    await expect(key).toHaveCSS('direction', 'ltr')
    await click('button', 'tokenKey.copy')
    await click('button', 'tokenKey.return')

    await page.getByRole('link', { name: 'ShipFast', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('ShipFast')
    await click('button', 'tokenDetails.edit')
    await page.getByRole('textbox', { name: words('tokenForm.name') }).fill('ShipFast Pro')
    await click('button', 'tokenDetails.save')
    await expectToast(page, words('tokenDetails.saved', { name: 'ShipFast Pro' }))

    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await click('link', 'apiTokens.back')
    await page.getByRole('row').getByRole('button').last().click()
    await click('menuitem', 'lifecycle.delete')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('lifecycle.deletion.confirm'), exact: true })
      .click()
    await expect(page.getByText(words('tokenList.empty.title'))).toBeVisible()
  })
}
