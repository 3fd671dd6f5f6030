import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

import { expect, pagesIn, test } from '../../kit/playwright.ts'
import {
  groupOf,
  handleOf,
  makeToken,
  openLink,
  openPanel,
  panelOf,
  send,
  stateOf,
} from './demoTab.ts'

test('the panel opens and closes by its handle, by keys and by Escape, and gives the focus back', async ({
  page,
}) => {
  await openLink(page, 'demo=tokens')
  await expect(panelOf(page)).toHaveCount(0)
  await expect(handleOf(page)).toHaveAttribute('aria-expanded', 'false')
  const panel = await openPanel(page)
  await expect(handleOf(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(handleOf(page)).toBeFocused()
  await page.keyboard.press('Control+Alt+D')
  await expect(page.getByRole('heading', { name: 'Demo panel' })).toBeFocused()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(handleOf(page)).toBeFocused()
  await page.keyboard.press('Control+Alt+D')
  await page.keyboard.press('Control+Alt+D')
  await expect(panel).toHaveCount(0)
})

test('it is open again after a reload, and opened by a link', async ({ page }) => {
  await openLink(page, 'demo=tokens')
  await openPanel(page)
  await expect.poll(async () => (await stateOf(page)).panel).toBe(true)
  await page.reload()
  await expect(panelOf(page)).toBeVisible()
  await handleOf(page).click()
  await expect.poll(async () => (await stateOf(page)).panel).toBe(false)
  await page.reload()
  await expect(handleOf(page)).toBeVisible()
  await expect(panelOf(page)).toHaveCount(0)
  await openLink(page, 'demo=tokens&demo.panel=open')
  await expect(panelOf(page)).toBeVisible()
})

test('to open it is no call of the page: the first one that fails is still to come', async ({
  page,
}) => {
  await openLink(page, 'demo=tokens&demo.fault=getToken:500@1')
  // The bell asks last of all.
  await expect(page.getByRole('button', { name: /^Notices, \d+ unread$/ })).toBeVisible()
  const before = await page.evaluate(async () => (await window.edeskDemo?.exchanges())?.length)
  await openPanel(page)
  await expect(groupOf(page, 'Last requests').getByRole('listitem')).toHaveCount(before ?? 0)
  await pagesIn(page).tokenListPage.openDetails('Nightly backup')
  await expect(page.getByText('This could not be loaded')).toBeVisible()
})

test('it goes to another scenario, and stays open', async ({ page }) => {
  await openLink(page, 'demo=tokens&demo.panel=open')
  await panelOf(page).getByRole('combobox', { name: 'Scenario' }).selectOption('Starter plan')
  await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'starter')
  await expect(panelOf(page)).toBeVisible()
  await expect(panelOf(page).getByRole('combobox', { name: 'Log in as' })).toHaveValue('admin')
})

test('it logs in somebody else, another Admin, and nobody', async ({ page, guards }) => {
  // What the page is asking for just as somebody is logged out is refused.
  guards.allowStatuses(401)
  await openLink(page, 'demo=tokens&demo.panel=open')
  const { header, loginPage, tokenListPage } = pagesIn(page)
  const as = panelOf(page).getByRole('combobox', { name: 'Log in as' })
  await as.selectOption('Agent – Sam Rivera')
  await expect(tokenListPage.status).toContainText('You are Sam Rivera now.')
  await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
  await as.selectOption('Admin – Robin Field')
  await expect(header.accountMenu).toHaveAccessibleName('Account of Robin Field')
  await as.selectOption('Nobody')
  await expect(loginPage.heading).toHaveText('Log in to eDesk')
  await as.selectOption('Admin – Alex Morgan')
  await expect(tokenListPage.table).toBeVisible()
  await expect(as).toHaveValue('admin')
})

test('it sets the clock, puts it on, and gives it back', async ({ page }) => {
  await openLink(page, 'demo=empty&demo.as=admin&demo.panel=open')
  await makeToken(page, 'ShipFast')
  const { tokenListPage } = pagesIn(page)
  const clock = groupOf(page, 'Clock')
  await clock.getByRole('button', { name: 'Forward an hour' }).click()
  await expect(clock.getByRole('time')).toContainText('Tue, 24 Nov 2026, 10:0')
  await clock.getByRole('button', { name: 'Forward a day' }).click()
  await expect(clock.getByRole('time')).toContainText('Wed, 25 Nov 2026, 10:0')
  await clock.getByLabel('Time (UTC)').fill('2026-12-31T23:59')
  await clock.getByRole('button', { name: 'Set' }).click()
  await expect(clock.getByRole('time')).toContainText('Thu, 31 Dec 2026, 23:59 UTC')
  await expect(tokenListPage.table).toContainText('1 month ago')
  await clock.getByRole('button', { name: 'Back to the world’s time' }).click()
  await expect(clock.getByRole('time')).toContainText('Tue, 24 Nov 2026, 09:0')
  expect(await stateOf(page)).toMatchObject({ ownClock: false })
})

test('it goes to the next expiry: what expires is refused from then on', async ({ page }) => {
  await openLink(page, 'demo=tokens&demo.panel=open')
  const call = { key: keyOf('tokens', 'Morning report'), method: 'GET', path: '/v1/tickets' }
  expect(await send(page, call)).toBe(200)
  const clock = groupOf(page, 'Clock')
  await clock.getByRole('button', { name: 'To the next expiry' }).click()
  await expect(clock.getByRole('time')).toContainText('Sun, 29 Nov 2026, 15:00 UTC')
  expect(await send(page, call)).toBe(401)
  await clock.getByRole('button', { name: 'To the next expiry' }).click()
  await expect(pagesIn(page).tokenListPage.status).toContainText('No token of this world')
})

test('it makes faults in words, tells where they strike, and clears them one by one and all at once', async ({
  page,
}) => {
  await openLink(page, 'demo=tokens&demo.panel=open', '/settings/api-tokens/new')
  const faults = groupOf(page, 'Faults')
  await expect(faults).toContainText('Nothing fails on purpose.')
  await faults.getByText('Add a fault').click()
  await faults.getByRole('button', { name: 'Add fault' }).click()
  await faults.getByRole('combobox', { name: 'What goes wrong' }).selectOption('answered late')
  await faults.getByRole('spinbutton', { name: 'Milliseconds' }).fill('50')
  await faults.getByRole('combobox', { name: 'When' }).selectOption('at every call')
  await faults.getByRole('button', { name: 'Add fault' }).click()
  await expect(faults.getByRole('list', { name: 'Faults at work' })).toContainText(
    'createToken: answered 50 ms late, at every call',
  )
  const { tokenFormPage } = pagesIn(page)
  await tokenFormPage.fill({ name: 'One more' })
  await tokenFormPage.generate()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  const requests = groupOf(page, 'Last requests').getByRole('listitem')
  const failed = requests.filter({ hasText: 'createToken' })
  await expect(failed).toContainText('503')
  await expect(failed).toContainText('Fault createToken: answered with 503, at the first call')

  await faults
    .getByRole('button', { name: 'Clear: createToken: answered with 503, at the first call' })
    .click()
  await expect(faults.getByRole('listitem')).toHaveCount(1)
  await faults.getByRole('button', { name: 'Clear all faults' }).click()
  await expect(faults).toContainText('Nothing fails on purpose.')
  await expect(faults.getByRole('heading', { name: 'Faults' })).toBeFocused()
})

test('it makes answers slower, and says in words what is no latency', async ({ page }) => {
  await openLink(page, 'demo=tokens&demo.panel=open')
  const latency = groupOf(page, 'Faults').getByRole('spinbutton', { name: /takes longer/ })
  await latency.fill('30')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await stateOf(page)).latency).toBe(30)
  await latency.fill('-1')
  await page.keyboard.press('Tab')
  await expect(panelOf(page).getByRole('alert')).toContainText('whole number of milliseconds')
  await latency.fill('0')
  await page.keyboard.press('Tab')
  await expect(panelOf(page).getByRole('alert')).toHaveCount(0)
})

test('it tells who asked what, what the backend decided and why, the newest first', async ({
  page,
}) => {
  await openLink(page, 'demo=tokens&demo.as=agent&demo.panel=open')
  await send(page, { as: 'agent', method: 'GET', path: '/api/tokens' })
  const requests = groupOf(page, 'Last requests')
  const refused = requests.getByRole('listitem').filter({ hasText: 'listTokens' }).first()
  await expect(refused).toContainText('403')
  await expect(refused).toContainText('Sam Rivera')
  await expect(refused).toContainText(/Admin/)
  const texts = await requests.getByRole('listitem').allTextContents()
  const numbers = texts.map((text) => Number(/#(\d+)/.exec(text)?.[1]))
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one))
  await requests.getByRole('checkbox', { name: 'Only changes and refusals' }).check()
  await expect(requests.getByRole('listitem').filter({ hasText: '200' })).toHaveCount(0)
  await expect(refused).toBeVisible()
})

test('it shows what does not fit the contract', async ({ page, guards }) => {
  guards.allow('contract', /POST \/api\/tokens/)
  await openLink(page, 'demo=tokens&demo.as=admin&demo.panel=open')
  const body = { name: 7, accessLevel: 'read_only' }
  await send(page, { as: 'admin', method: 'POST', path: '/api/tokens', body })
  const requests = groupOf(page, 'Last requests').getByRole('listitem')
  const wrong = requests.filter({ hasText: 'createToken' }).first()
  await expect(wrong).toContainText('Does not fit the contract')
  await expect(wrong).toContainText(/Request: .*name/)
})

test('Reset asks before it takes away what was typed, and clears the form', async ({ page }) => {
  await openLink(page, 'demo=storage-full&demo.panel=open')
  const { tokenFormPage } = pagesIn(page)
  await tokenFormPage.fill({ name: 'Typed' })
  const reset = panelOf(page).getByRole('button', { name: 'Reset' })
  await reset.click()
  await tokenFormPage.discardDialog.getByRole('button', { name: /Keep/ }).click()
  await expect(tokenFormPage.name).toHaveValue('Typed')
  await reset.click()
  await tokenFormPage.discardDialog.getByRole('button', { name: /Discard/ }).click()
  await expect(tokenFormPage.name).toHaveValue('')
  await expect(tokenFormPage.status).toContainText('as the scenario begins')
  await expect(reset).toBeFocused()
})

test('keys are told not to be secret, also where one is shown', async ({ page }) => {
  await openLink(page, 'demo=empty&demo.as=admin', '/settings/api-tokens/new')
  const { tokenFormPage, tokenKeyPage } = pagesIn(page)
  await tokenFormPage.fill()
  await tokenFormPage.generate()
  await expect(tokenKeyPage.heading).toBeVisible()
  await expect(page.getByText('Demo: keys are not secret')).toBeVisible()
  await expect(await openPanel(page)).toContainText('The keys of a demo are not secret')
})
