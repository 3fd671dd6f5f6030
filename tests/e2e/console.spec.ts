import { type Demo, expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })
// Refusals, and requests that do not fit, are what many of these tests are about.
test.beforeEach(({ guards }) => {
  guards.allowStatuses(400, 403, 404)
  guards.allow('contract', /^the request of/)
})

/** The details of a Read-only token. Gives its key. */
async function openDetails(demo: Demo): Promise<string> {
  const { id, key } = await demo.backend.addToken()
  await demo.tokenDetailsPage.open(id)
  await expect(demo.tokenDetailsPage.tryIt.operation).toBeVisible()
  return key
}

test('a key is tried where it was made: what it may do works, what it may not is refused and explained', async ({
  tokenFormPage,
  tokenKeyPage,
}) => {
  await tokenFormPage.open()
  await tokenFormPage.fill()
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  const { tryIt } = tokenKeyPage
  await tryIt.send('whoami')
  await expect(tryIt.answer).toContainText('200 OK')
  await expect(tryIt.answer).toContainText('the key is good')
  await tryIt.send('createTag')
  await expect(tryIt.answer).toContainText('403 Forbidden')
  await expect(tryIt).toBeRefusedFor('Tag items')
  await expect(tryIt.answer).toContainText('needs Full Access to Tag items')
  await expect(tryIt.answer).toContainText('add a new token')
  await expect(tokenKeyPage.keyField).toHaveValue(key)
})

test('the requests of a token are listed, newest first, and a refused one says why', async ({
  demo,
  page,
  tokenDetailsPage,
}) => {
  const key = await openDetails(demo)
  const { tryIt, requests } = tokenDetailsPage
  await expect(tokenDetailsPage.neverUsedNote).toBeVisible()
  await tryIt.send('whoami', { key })
  await expect(requests.getByRole('row')).toHaveCount(2)
  await tryIt.send('createMessage')
  const newest = requests.getByRole('row').nth(1)
  await expect(newest).toContainText('Write a message or a note into a ticket')
  await expect(newest).toContainText('403')
  await expect(newest).toContainText('Needs Full Access to Messages')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Answered')
  await expect(requests.getByRole('row')).toHaveCount(2)
  await expect(requests.getByRole('row').nth(1)).toContainText('200')
})

test('a token that was only ever refused says so, and what its application needs', async ({
  demo,
  page,
}) => {
  const key = await openDetails(demo)
  for (let count = 0; count < 12; count += 1) {
    const answer = await demo.backend.callWith(key, 'POST', '/v1/messages', {})
    await expect(answer).toBeRefusedFor('Messages')
  }
  await expect(
    page.getByText('All 12 requests were refused: the application needs Full Access to Messages'),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /12 refused/ })).toBeVisible()
})

test('the key is in the command only while it is asked for, and nowhere once the page is left', async ({
  demo,
  page,
  context,
  header,
  ticketListPage,
  tokenDetailsPage,
}) => {
  const key = await openDetails(demo)
  const { tryIt } = tokenDetailsPage
  await tryIt.send('whoami', { key })
  await expect(tryIt.answer).toContainText('200 OK')
  await expect(tryIt.command).toContainText('Bearer edesk_…')
  expect(await page.content()).not.toContain(key)
  await tryIt.showKey.check()
  await expect(tryIt.command).toContainText(`Bearer ${key}`)

  await header.goToTickets()
  await expect(ticketListPage.heading).toHaveText('Tickets')
  await expect(context).toHaveLeftNoTraceOf(key)
  await page.goBack()
  await expect(tryIt.key).toHaveValue('')
})

test('the console can be used with the keyboard alone', async ({
  demo,
  page,
  tokenDetailsPage,
}) => {
  const key = await openDetails(demo)
  const { tryIt } = tokenDetailsPage
  await tryIt.key.focus()
  await page.keyboard.type(key)
  await page.keyboard.press('Tab')
  await expect(tryIt.region.getByRole('button', { name: 'Forget the key' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(tryIt.operation).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(tryIt.command).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(tryIt.command).toContainText(key)
  await page.keyboard.press('Tab')
  await expect(tryIt.sendButton).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tryIt.answer).toContainText('200 OK')
  await expect(tryIt.sendButton).toBeFocused()
})

test('an answer that never comes is told, and the next one is shown', async ({
  demo,
  page,
  tokenDetailsPage,
}) => {
  const key = await openDetails(demo)
  const { tryIt } = tokenDetailsPage
  await demo.faults.add('whoami:lost@1')
  await tryIt.send('whoami', { key })
  await expect(tryIt.answer).toContainText('eDesk could not be reached')
  // The next one is answered by the static server first, as where the browser has lost the worker.
  await page.evaluate(answerOnceWithPage)
  await tryIt.send('whoami')
  await expect(tryIt.answer).toContainText('200 OK')
})

function answerOnceWithPage(): void {
  const real = window.fetch.bind(window)
  window.fetch = async () => {
    window.fetch = real
    return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
  }
}
