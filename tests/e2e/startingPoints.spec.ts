import { expect, test } from '../kit/playwright.ts'

test.describe('for nobody yet', () => {
  test.use({ as: 'nobody' })

  test('a link fills in the form after the log-in, and what it says is generated only by a person', async ({
    demo,
    loginPage,
    tokenFormPage,
    tokenKeyPage,
  }) => {
    await tokenFormPage.open({
      name: 'Ship & Fast',
      template: 'shipping',
      contacts: 'read_only',
      scope: '<img src=x onerror=alert(1)>',
    })
    await loginPage.logInAs('Admin, Professional')
    await expect(tokenFormPage.linkNote).toBeVisible()
    await expect(tokenFormPage.misfitsNote).toBeVisible()
    await expect(tokenFormPage.misfits).toHaveText(['“scope” is nothing that a link can fill in.'])
    await expect(tokenFormPage.name).toHaveValue('Ship & Fast')
    await expect(tokenFormPage.permission('Contacts', 'Read Only')).toBeChecked()
    await expect(tokenFormPage.permission('Sales Orders', 'Full Access')).toBeChecked()
    expect(await demo.backend.tokens()).toEqual([])
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
    const [token] = await demo.backend.tokens()
    expect(token).toMatchObject({ name: 'Ship & Fast', permissions: { users: 'no_access' } })
  })
})

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('templates can be tried one after the other by keyboard, and nothing that was typed is lost', async ({
    page,
    tokenFormPage,
  }) => {
    await tokenFormPage.open()
    await tokenFormPage.description.fill('Mine')
    await tokenFormPage.startFrom('Chatbot')
    await expect(tokenFormPage.status).toContainText('your description is kept')
    await expect(tokenFormPage.template).toHaveAccessibleDescription(/answers customers/)
    await expect(tokenFormPage.permission('Tickets', 'Full Access')).toBeChecked()
    await tokenFormPage.template.focus()
    await page.keyboard.press('Home')
    await expect(tokenFormPage.status).toContainText('taken back')
    await expect(tokenFormPage.description).toHaveValue('Mine')
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  })
})
