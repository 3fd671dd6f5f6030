import { expect, test } from '#src/kit/playwright.ts'

test.use({ as: 'admin' })

test('shows the key in the command only on request, and leaves no trace of it after the page', async ({
  demo,
  page,
  context,
  guards,
  header,
  ticketListPage,
  tokenDetailsPage,
}) => {
  const { id, key } = await demo.backend.addToken()
  await tokenDetailsPage.open(id, 'try-it')
  const { tryIt } = tokenDetailsPage
  await expect(tryIt.operation).toBeVisible()
  await tryIt.send('whoami', { key })
  await expect(tryIt.answer).toContainText('200 OK')
  await expect(tryIt.command).toContainText('Bearer edesk_…')
  expect(await page.content()).not.toContain(key)
  await tryIt.showKey.check()
  await expect(tryIt.command).toContainText(`Bearer ${key}`)

  await test.step('repeats a request that the static server answered because the worker was not running', async () => {
    // While the backend restarts, other requests of the page also reach the static server.
    guards.allowStatuses(403, 404)
    await page.evaluate(respondOnceWithHtml)
    await tryIt.send('createMessage')
    await expect(tryIt.answer).toContainText('403 Forbidden')
  })

  await header.goToTickets()
  await expect(ticketListPage.heading).toHaveText('Tickets')
  await expect(context).toHaveLeftNoTraceOf(key)
  await page.goBack()
  await expect(tryIt.key).toHaveValue('')
})

function respondOnceWithHtml(): void {
  const real = window.fetch.bind(window)
  window.fetch = async () => {
    window.fetch = real
    return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
  }
}
