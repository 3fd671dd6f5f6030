import { expect, test } from '#src/kit/playwright.ts'

// What the kit says about a demo that is in another state than the test expects.

test.use({ scenario: 'tokens', as: 'admin' })

/** How long a test waits for what the page has. */
const loaded = { timeout: 20_000 }

test.describe('without a person', () => {
  test.use({ scenario: 'empty', as: undefined })

  test('a page says that nobody is logged in, and how to log somebody in', async ({
    tokenListPage,
    tokenFormPage,
    loginPage,
    demo,
  }) => {
    await expect(tokenListPage.open()).rejects.toThrow(
      /Nobody is logged in, so the page shows "Log in to eDesk": .*"empty" [^]*test\.use\({ as: 'admin' }\)/,
    )
    await demo.open('/settings/api-tokens/new')
    await expect(loginPage.heading).toBeVisible(loaded)
    await expect(tokenFormPage.fill()).rejects.toThrow(
      /no field "Token Name"\. There are: "Email".*\nThe page is "Log in to eDesk", .*Nobody is logged in\. To log/,
    )
    await loginPage.logIn('admin@example.com')
    await expect(tokenFormPage.heading).toBeVisible(loaded)
    await tokenListPage.open()
    await expect(tokenListPage.emptyNote).toBeVisible(loaded)
  })
})

test.describe('from a link to another backend', () => {
  test.use({ backend: 'worker', from: '/?demo=tokens&demo.transport=page' })

  test('a backend that runs elsewhere is reported', async ({ demo }) => {
    await expect(demo.open()).rejects.toThrow(
      'The backend should run in "worker", but runs in "page".',
    )
  })
})

for (const scenario of ['tokens', 'empty'] as const) {
  test.describe(`as somebody whom the scenario ${scenario} does not have`, () => {
    test.use({ scenario, as: 'who@example.com' })

    test('a link that the demo refuses is reported with its alert', async ({ demo }) => {
      await expect(demo.open()).rejects.toThrow(
        new RegExp(
          `should be in the scenario "${scenario}", but is in the plain world\\.\nThe page's alert: .*demo\\.as=who@example\\.com .*robin\\.field@`,
        ),
      )
    })
  })
}

test.describe('without tokens', () => {
  test.use({ scenario: 'empty' })

  test('matchers say that a list is empty, and that axe finds nothing', async ({
    tokenListPage,
    page,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage.emptyNote).toBeVisible(loaded)
    await expect(expect(page).toListToken({ name: 'ShipFast' })).rejects.toThrow(
      'The list is empty.',
    )
    await expect(expect(page).not.toHaveNoAccessibilityViolations()).rejects.toThrow(
      'Expected axe to find an accessibility violation in http',
    )
  })
})

test('a list that is not shown is reported with the page', async ({ page, ticketListPage }) => {
  await ticketListPage.open()
  await expect(ticketListPage.heading).toBeVisible(loaded)
  await expect(expect(page).toListToken({ name: 'ShipFast' })).rejects.toThrow(
    /The page shows no list\. The page is "Tickets", http/,
  )
})
