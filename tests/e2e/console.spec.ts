import type { Page } from '@playwright/test'

import { type Demo, expect, type Pages, test } from '../kit/playwright.ts'
import { expectGoodInAllSizes } from './inAllSizes.ts'

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

test('the key is in the command only while it is asked for, survives a lost worker, and is nowhere once the page is left', async ({
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

  // The static server answers the next request first, as it does where the browser has lost the worker.
  await page.evaluate(answerOnceWithPage)
  await tryIt.send('createMessage')
  await expect(tryIt.answer).toContainText('403 Forbidden')

  await header.goToTickets()
  await expect(ticketListPage.heading).toHaveText('Tickets')
  await expect(context).toHaveLeftNoTraceOf(key)
  await page.goBack()
  await expect(tryIt.key).toHaveValue('')
})

function answerOnceWithPage(): void {
  const real = window.fetch.bind(window)
  window.fetch = async () => {
    window.fetch = real
    return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
  }
}

interface Kit extends Pages {
  page: Page
  demo: Demo
}

const states: Record<string, (kit: Kit) => Promise<void>> = {
  'the details, never used': async ({ demo, tokenDetailsPage }) => {
    await openDetails(demo)
    await expect(tokenDetailsPage.neverUsedNote).toBeVisible()
  },
  'the console, with errors': async ({ demo, tokenDetailsPage: { tryIt } }) => {
    await openDetails(demo)
    await tryIt.send('createTag', { body: '{' })
    await expect(tryIt.region.getByText('Paste the key of this token first.')).toBeVisible()
    await expect(tryIt.region.getByText('This is not valid JSON')).toBeVisible()
  },
  'the console, answered; the requests, with each outcome': async ({ demo, tokenDetailsPage }) => {
    const { tryIt, requests } = tokenDetailsPage
    const key = await openDetails(demo)
    await tryIt.send('whoami', { key })
    await expect(tryIt.answer).toContainText('200 OK')
    await tryIt.send('createMessage')
    await expect(tryIt.answer).toContainText('403 Forbidden')
    await demo.backend.callWith(key, 'GET', '/v1/nowhere')
    await tryIt.send('listTickets')
    await tryIt.region.getByText('Filters, sorting and paging').click()
    await expect(tryIt.answer).toContainText('200 OK')
    await tryIt.showKey.check()
    await expect(requests.getByRole('row')).toHaveCount(5)
  },
  'the console, wrong fields': async ({ tokenFormPage, tokenKeyPage: { tryIt } }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill({ access: 'Full Access' })
    await tokenFormPage.generate()
    await tryIt.send('createTicket', { body: '{"subject": 4}' })
    await tryIt.region.getByText('Fields of the body').click()
    await expect(tryIt.answer).toContainText('4008')
  },
  'the requests, only refused': async ({ demo, page, tokenDetailsPage: { tryIt } }) => {
    const key = await openDetails(demo)
    await tryIt.send('createMessage', { key })
    await expect(page.getByText('The only request was refused')).toBeVisible()
  },
  'the requests, failed': async ({ demo, page, tokenDetailsPage }) => {
    const { id } = await demo.backend.addToken()
    await demo.faults.add('listTokenRequests:lost')
    await tokenDetailsPage.open(id)
    await expect(page.getByText('The requests could not be loaded.')).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: no fault that axe can find, wide and narrow, light and dark`, async ({
    page,
    demo,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await reach({ ...demo, page, demo })
    await expectGoodInAllSizes(page)
  })
}
