import { test } from '#src/kit/playwright.ts'

test.use({ serviceWorkers: 'block' })

test('no service worker', async ({ demo }) => {
  await demo.open()
})
