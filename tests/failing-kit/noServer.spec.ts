import { test } from '#src/kit/playwright.ts'

test.use({ baseURL: 'http://localhost:4999' })

test('no server', async ({ demo }) => {
  await demo.open()
})
