import type { Locator, Page } from '@playwright/test'

import {
  addToken,
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  fillForm,
  generate,
  injectFaults,
  logIn,
  openForm,
  test,
} from './fixtures.ts'

// Refusals are what many of these tests are about.
test.beforeEach(({ guards }) => guards.allowStatuses(400, 403, 404))

const tryIt = (page: Page) => page.getByRole('region', { name: 'Try it' })
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })
const requests = (page: Page) => page.getByRole('table', { name: 'Requests' })

/** The details of a Read-only token, with its key. */
async function openDetails(page: Page): Promise<string> {
  await logIn(page, 'Admin, Professional')
  const key = await addToken(page)
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await expect(tryIt(page).getByRole('combobox', { name: 'Operation' })).toBeVisible()
  return key
}

/** Sends a request from the console, with a body where one is given. */
async function send(page: Page, operationId: string, body?: string): Promise<void> {
  await tryIt(page).getByRole('combobox', { name: 'Operation' }).selectOption(operationId)
  if (body !== undefined) await tryIt(page).getByRole('textbox', { name: 'Body' }).fill(body)
  await tryIt(page).getByRole('button', { name: 'Send request' }).click()
}

const command = (region: Locator) => region.getByRole('group', { name: 'The same as a command' })

test('a key is tried where it was made: what it may do works, what it may not is refused and explained', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  await send(page, 'whoami')
  await expect(answer(page)).toContainText('200 OK')
  await expect(answer(page)).toContainText('the key is good')
  await send(page, 'createTag')
  await expect(answer(page)).toContainText('403 Forbidden')
  await expect(answer(page)).toContainText('needs Full Access to Tag items')
  await expect(answer(page)).toContainText('add a new token')
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue(key)
})

test('the requests of a token are listed, newest first, and a refused one says why', async ({
  page,
}) => {
  const key = await openDetails(page)
  await expect(page.getByText('This token has not been used')).toBeVisible()
  await tryIt(page).getByRole('textbox', { name: 'API key' }).fill(key)
  await send(page, 'whoami')
  await expect(requests(page).getByRole('row')).toHaveCount(2)
  await send(page, 'createMessage')
  const newest = requests(page).getByRole('row').nth(1)
  await expect(newest).toContainText('Write a message or a note into a ticket')
  await expect(newest).toContainText('403')
  await expect(newest).toContainText('Needs Full Access to Messages')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Answered')
  await expect(requests(page).getByRole('row')).toHaveCount(2)
  await expect(requests(page).getByRole('row').nth(1)).toContainText('200')
})

test('a token that was only ever refused says so, and what its application needs', async ({
  page,
}) => {
  const key = await openDetails(page)
  await page.evaluate(async (bearer) => {
    for (let count = 0; count < 12; count += 1) {
      await fetch('/v1/messages', {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
        body: '{}',
      })
    }
  }, key)
  await expect(
    page.getByText('All 12 requests were refused: the application needs Full Access to Messages'),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /12 refused/ })).toBeVisible()
})

test('the key is in the command only while it is asked for, and nowhere once the page is left', async ({
  page,
  context,
}) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const key = await openDetails(page)
  const region = tryIt(page)
  await region.getByRole('textbox', { name: 'API key' }).fill(key)
  await send(page, 'whoami')
  await expect(answer(page)).toContainText('200 OK')
  await expect(command(region)).toContainText('Bearer edesk_…')
  expect(await page.content()).not.toContain(key)
  await region.getByRole('checkbox', { name: 'Show the key in the command' }).check()
  await expect(command(region)).toContainText(`Bearer ${key}`)

  await page.getByRole('link', { name: 'Tickets' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeVisible()
  const kept = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      performance.getEntries(),
    ]),
  )
  for (let start = 'edesk_'.length; start + 12 <= key.length; start += 1) {
    expect(kept + asked.join()).not.toContain(key.slice(start, start + 12))
  }
  await page.goBack()
  await expect(region.getByRole('textbox', { name: 'API key' })).toHaveValue('')
})

test('the console can be used with the keyboard alone', async ({ page }) => {
  const key = await openDetails(page)
  const region = tryIt(page)
  await region.getByRole('textbox', { name: 'API key' }).focus()
  await page.keyboard.type(key)
  await page.keyboard.press('Tab')
  await expect(region.getByRole('button', { name: 'Forget the key' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(region.getByRole('combobox', { name: 'Operation' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(command(region)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(command(region)).toContainText(key)
  await page.keyboard.press('Tab')
  await expect(region.getByRole('button', { name: 'Send request' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(answer(page)).toContainText('200 OK')
  await expect(region.getByRole('button', { name: 'Send request' })).toBeFocused()
})

test('an answer that never comes is told, and the next one is shown', async ({ page }) => {
  const key = await openDetails(page)
  await tryIt(page).getByRole('textbox', { name: 'API key' }).fill(key)
  await injectFaults(page, { 'GET /v1/whoami': ['lost', 'html'] })
  await send(page, 'whoami')
  await expect(answer(page)).toContainText('eDesk could not be reached')
  await send(page, 'whoami')
  await expect(answer(page)).toContainText('200 OK')
})

const states: Record<string, (page: Page) => Promise<void>> = {
  'the details, never used': async (page) => {
    await openDetails(page)
    await expect(page.getByText('This token has not been used')).toBeVisible()
  },
  'the console, with errors': async (page) => {
    const key = await openDetails(page)
    await send(page, 'createTag', '{')
    await expect(tryIt(page).getByText('Paste the key of this token first.')).toBeVisible()
    await expect(tryIt(page).getByText('This is not valid JSON')).toBeVisible()
    expect(key).toMatch(/^edesk_/)
  },
  'the console, answered; the requests, with each outcome': async (page) => {
    const key = await openDetails(page)
    await tryIt(page).getByRole('textbox', { name: 'API key' }).fill(key)
    await send(page, 'whoami')
    await expect(answer(page)).toContainText('200 OK')
    await send(page, 'createMessage')
    await expect(answer(page)).toContainText('403 Forbidden')
    await page.evaluate(async (bearer) => {
      await fetch('/v1/nowhere', { headers: { Authorization: `Bearer ${bearer}` } })
    }, key)
    await send(page, 'listTickets')
    await tryIt(page).getByText('Filters, sorting and paging').click()
    await expect(answer(page)).toContainText('200 OK')
    await tryIt(page).getByRole('checkbox', { name: 'Show the key in the command' }).check()
    await expect(requests(page).getByRole('row')).toHaveCount(5)
  },
  'the console, wrong fields': async (page) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page, { level: 'Full Access' })
    await generate(page)
    await send(page, 'createTicket', '{"subject": 4}')
    await tryIt(page).getByText('Fields of the body').click()
    await expect(answer(page)).toContainText('4008')
  },
  'the requests, only refused': async (page) => {
    const key = await openDetails(page)
    await tryIt(page).getByRole('textbox', { name: 'API key' }).fill(key)
    await send(page, 'createMessage')
    await expect(page.getByText('The only request was refused')).toBeVisible()
  },
  'the requests, failed': async (page) => {
    await openDetails(page)
    await injectFaults(page, { 'GET /api/tokens/*/requests': ['lost'] })
    await page.reload()
    await expect(page.getByText('The requests could not be loaded.')).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: no fault that axe can find, wide and narrow, light and dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await reach(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScrolling(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    }
  })
}
