import { expect, test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', faults: ['pauseToken:503@5'] })

test('a fault that affects no call', async ({ tokenListPage }) => {
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'ShipFast' })
})

test('another failure before a fault could affect a call', async ({ demo }) => {
  await demo.open()
  throw new Error('the test itself')
})
