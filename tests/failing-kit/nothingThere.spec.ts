import { test } from '#src/kit/playwright.ts'

test.use({ baseURL: 'http://localhost:9' })

test('nothing is there', async ({ demo }) => {
  await demo.open()
})
