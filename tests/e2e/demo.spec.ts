import type { BrowserContext, Locator, Page } from '@playwright/test'

import {
  addToken,
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  fillForm,
  generate,
  openForm,
  test,
} from './fixtures.ts'

import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

const list = '/settings/api-tokens'

/** Opens a link, and waits until the demo is ready and its handle there. */
async function openLink(page: Page, link: string, path = '/'): Promise<void> {
  await page.goto(`${path}?${link}`)
  await expect(handleOf(page)).toBeAttached()
}

function handleOf(page: Page): Locator {
  return page.getByRole('button', { name: 'Demo panel' })
}

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Demo panel' })
}

async function openPanel(page: Page): Promise<Locator> {
  await handleOf(page).click()
  await expect(page.getByRole('heading', { name: 'Demo panel' })).toBeFocused()
  return panelOf(page)
}

function tokenTable(page: Page): Locator {
  return page.getByRole('table', { name: 'API Tokens' })
}

function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name })
}

/** What the page's own demo says of itself. */
function stateOf(page: Page) {
  return page.evaluate(() => window.edeskDemo?.state())
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

test.describe('links', () => {
  test('open a scenario at its page, with its person, and are taken off the address', async ({
    page,
  }) => {
    await openLink(page, 'demo=tokens')
    await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
    await expect(page.getByRole('button', { name: 'Account of Alex Morgan' })).toBeVisible()
    await expect(page).toHaveURL(list)
    await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'tokens')
  })

  test('work on any page, and leave the rest of its address alone', async ({ page }) => {
    await openLink(page, 'sort=name&demo=tokens', list)
    await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
    await expect(page).toHaveURL(`${list}?sort=name`)
  })

  test('name a person, a time and a fault', async ({ page }) => {
    await openLink(
      page,
      'demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50Z&demo.fault=createToken:503@1',
    )
    await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
    const state = await stateOf(page)
    expect(state).toMatchObject({
      scenario: 'many',
      as: 'agent@example.com',
      ownClock: true,
      faults: [{ operation: 'createToken', what: 503, when: { nth: 1 } }],
    })
    expect(state?.now).toMatch(/^2026-12-31T23:59:5|^2027-01-01T00:00/)
  })

  for (const transport of ['worker', 'page']) {
    test(`let the first creation fail, and no other, on the transport “${transport}”`, async ({
      page,
      guards,
    }) => {
      guards.allowStatuses(503)
      await openLink(
        page,
        `demo=empty&demo.as=admin&demo.transport=${transport}&demo.fault=createToken:503@1&demo.latency=20`,
      )
      expect(await stateOf(page)).toMatchObject({ transport, latency: 20 })
      await openForm(page)
      await fillForm(page)
      await page.getByRole('button', { name: 'Generate token' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await generate(page)
    })
  }

  test('with a value that does not exist apply nothing, and say which there are', async ({
    page,
  }) => {
    await openLink(page, 'demo=tokns&demo.as=agent&demo.now=tomorrow&demo.fault=makeToken:503@1')
    const alert = page.getByRole('alert')
    for (const words of ['demo=tokns', 'demo.now=tomorrow', 'demo.fault=makeToken:503@1']) {
      await expect(alert).toContainText(words)
    }
    await expect(alert).not.toContainText('demo.as')
    await expect(alert).toContainText('storage-full')
    await expect(alert).toContainText('2026-12-31T23:59:50Z')
    await alert.getByText(/possible values/).click()
    await expect(alert.getByText('createToken', { exact: true })).toBeVisible()
    await expect(alert.getByRole('link', { name: 'All scenarios' })).toHaveAttribute(
      'href',
      '/demo',
    )
    expect(await stateOf(page)).toMatchObject({ world: 'plain', as: 'nobody', faults: [] })
    await alert.getByRole('button', { name: 'Dismiss' }).click()
    await expect(alert).toHaveCount(0)
    await expect(heading(page, 'Log in to eDesk')).toBeFocused()
  })

  test('give the same picture in every browser, pixel by pixel', async ({ browser }) => {
    const pictures: Buffer[] = []
    for (let time = 0; time < 2; time += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const page = await newPage(context)
      await openLink(page, 'demo=tokens')
      await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
      pictures.push(await page.screenshot({ animations: 'disabled' }))
      await context.close()
    }
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true)
  })

  test('give the same new token with the same key in every browser', async ({ browser }) => {
    const keys: string[] = []
    for (let time = 0; time < 2; time += 1) {
      const context = await browser.newContext()
      const page = await newPage(context)
      await openLink(page, 'demo=empty&demo.as=admin')
      await openForm(page)
      await fillForm(page)
      keys.push(await generate(page))
      await context.close()
    }
    expect(keys[0]).toMatch(/^edesk_/)
    expect(keys[1]).toBe(keys[0])
  })
})

test.describe('the gallery', () => {
  /** What makes each scenario’s page the situation that its link promises. */
  const situations: Record<string, (page: Page) => Promise<void>> = {
    'The article’s start': (page) =>
      expect(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible(),
    'A dozen tokens': (page) => expect(tokenTable(page).getByRole('link')).toHaveCount(12),
    '10,000 tokens': (page) => expect(page.getByText(/of 10,000/).first()).toBeVisible(),
    'Starter plan': (page) => expect(page.getByRole('main')).toContainText('Professional plan'),
    'An Agent asks for access': (page) =>
      expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible(),
    'A shipping application just connected': (page) =>
      expect(heading(page, 'ShipFast')).toBeVisible(),
    'An application is refused': async (page) => {
      await expect(heading(page, 'ShipFast')).toBeVisible()
      await expect(page.getByText('403').first()).toBeVisible()
    },
    'A slow network': async (page) => {
      await expect(page.locator('[aria-busy=true]')).toBeVisible()
      await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
    },
    'A backend that fails now and then': async (page) => {
      await expect(page.getByText('This could not be loaded')).toBeVisible()
      await page.getByRole('button', { name: 'Retry' }).click()
      await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
    },
    Offline: async (page) => {
      await expect(page.getByRole('alert')).toBeVisible()
      const panel = await openPanel(page)
      await panel.getByRole('button', { name: 'Clear all faults' }).click()
      await page.getByRole('main').getByRole('button', { name: 'Retry' }).click()
      await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
    },
    'A full storage': async (page) => {
      await fillForm(page, { name: 'One more' })
      await page.getByRole('button', { name: 'Generate token' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
    'Two people edit one token': async (page) => {
      await expect(heading(page, 'ShipFast')).toBeVisible()
      await page.getByRole('textbox', { name: 'Token Description' }).fill('Mine')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Robin Field').first()).toBeVisible()
      await expect(page.getByText(/Checked by Robin/).first()).toBeVisible()
    },
    'The session ends in the middle of a form': async (page) => {
      await fillForm(page, { name: 'One more' })
      await page.getByRole('button', { name: 'Generate token' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    'Right to left, and very long names': async (page) => {
      await expect(tokenTable(page)).toContainText(/[\u0600-\u06FF]/)
      await expectNoSidewaysScrolling(page)
    },
  }

  test('has a link for each scenario, and nothing else', async ({ page }) => {
    await page.goto('/demo')
    await expect(heading(page, 'Scenarios')).toBeVisible()
    await expect(page).toHaveTitle('Scenarios – eDesk')
    const links = page.getByRole('main').getByRole('listitem').getByRole('link')
    expect((await links.allTextContents()).toSorted()).toEqual(Object.keys(situations).toSorted())
  })

  for (const [name, isThere] of Object.entries(situations)) {
    test(`opens “${name}”`, async ({ page, guards }) => {
      guards.allowStatuses(0, 401, 403, 412, 500, 503, 507)
      await page.goto('/demo')
      await page.getByRole('link', { name, exact: true }).click()
      await expect(page).not.toHaveURL(/demo/)
      await isThere(page)
    })
  }

  test('can be reached where nothing reaches the backend, and leads back to a plain visit', async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(0)
    await openLink(page, 'demo=offline')
    await expect(page.getByRole('alert')).toBeVisible()
    const panel = await openPanel(page)
    await panel.getByRole('link', { name: 'All scenarios' }).click()
    await expect(heading(page, 'Scenarios')).toBeVisible()
    await page.getByRole('button', { name: 'Open eDesk without a scenario' }).click()
    await expect(heading(page, 'Log in to eDesk')).toBeVisible()
    expect(await stateOf(page)).toMatchObject({ world: 'plain', seed: null })
  })
})

test.describe('tabs', () => {
  test('of one world can be two people, side by side', async ({ page, context }) => {
    await openLink(page, 'demo=tokens&demo.as=admin')
    const other = await newPage(context)
    await openLink(other, 'demo=tokens&demo.as=agent')
    await expect(other.getByRole('button', { name: 'Account of Sam Rivera' })).toBeVisible()
    await other.reload()
    await page.reload()
    await expect(other.getByRole('button', { name: 'Account of Sam Rivera' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Account of Alex Morgan' })).toBeVisible()
    await other.getByRole('button', { name: 'Request Admin access' }).click()
    await page.getByRole('link', { name: /^Users/ }).click()
    await expect(page.getByRole('main')).toContainText('Sam Rivera')
  })

  test('join the world that another tab is in; without one, a link begins anew', async ({
    page,
    context,
  }) => {
    await openLink(page, 'demo=empty&demo.as=admin')
    await addToken(page, { name: 'Mine' })
    const other = await newPage(context)
    await openLink(other, 'demo=empty&demo.as=admin')
    await expect(other.getByRole('link', { name: 'Mine' })).toBeVisible()
    await other.close()
    await openLink(page, 'demo=empty&demo.as=admin')
    await expect(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible()
  })

  test('are all brought back by Reset, without a reload', async ({ page, context }) => {
    await openLink(page, 'demo=tokens&demo.as=admin')
    const other = await newPage(context)
    await openLink(other, 'demo=tokens&demo.as=admin')
    await addToken(page, { name: 'Mine' })
    await expect(other.getByRole('link', { name: 'Mine' })).toBeVisible()
    for (const tab of [page, other]) await tab.evaluate(() => (document.title = 'not reloaded'))
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Reset' }).click()
    await expect(page.getByRole('status')).toContainText('as the scenario begins')
    for (const tab of [page, other]) {
      await expect(tokenTable(tab).getByRole('link')).toHaveCount(12)
      await expect(tab.getByRole('link', { name: 'Mine' })).toHaveCount(0)
    }
    await expect(other).toHaveTitle('not reloaded')
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
  })
})

test.describe('the panel', () => {
  test('opens and closes by its handle, by keys and by Escape, and gives the focus back', async ({
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

  test('is open again after a reload, and in a link', async ({ page }) => {
    await openLink(page, 'demo=tokens')
    await openPanel(page)
    await expect.poll(async () => (await stateOf(page))?.panel).toBe(true)
    await page.reload()
    await expect(panelOf(page)).toBeVisible()
    await handleOf(page).click()
    await expect.poll(async () => (await stateOf(page))?.panel).toBe(false)
    await page.reload()
    await expect(handleOf(page)).toBeVisible()
    await expect(panelOf(page)).toHaveCount(0)
    await openLink(page, 'demo=tokens&demo.panel=open')
    await expect(panelOf(page)).toBeVisible()
  })

  for (const width of [1280, 1000, 800, 360]) {
    test(`and its handle cover nothing of a page that is ${width} pixels wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 720 })
      await openLink(page, 'demo=tokens', `${list}/new`)
      await expect(heading(page, 'Add a token')).toBeVisible()
      expect(await coveredBy(page, handleOf(page))).toEqual([])
      await openPanel(page)
      await expectNoSidewaysScrolling(page)
      expect(await coveredBy(page, panelOf(page))).toEqual([])
      expect(await coveredBy(page, handleOf(page))).toEqual([])
      const { height = 0 } = (await panelOf(page).boundingBox()) ?? {}
      if (width < 1000) expect(height).toBeLessThanOrEqual(360)
    })
  }

  test('goes to another scenario and stays open', async ({ page }) => {
    await openLink(page, 'demo=tokens&demo.panel=open')
    await panelOf(page).getByRole('combobox', { name: 'Scenario' }).selectOption('Starter plan')
    await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'starter')
    await expect(panelOf(page)).toBeVisible()
    await expect(panelOf(page).getByRole('combobox', { name: 'Log in as' })).toHaveValue('admin')
  })

  test('logs in somebody else, another Admin, and nobody', async ({ page, guards }) => {
    guards.allowStatuses(401)
    await openLink(page, 'demo=tokens&demo.panel=open')
    const as = panelOf(page).getByRole('combobox', { name: 'Log in as' })
    await as.selectOption({ label: 'Agent – Sam Rivera' })
    await expect(page.getByRole('status')).toContainText('You are Sam Rivera now.')
    await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
    await as.selectOption({ label: 'Admin – Robin Field' })
    await expect(page.getByRole('button', { name: 'Account of Robin Field' })).toBeVisible()
    await as.selectOption({ label: 'Nobody' })
    await expect(heading(page, 'Log in to eDesk')).toBeVisible()
    await as.selectOption({ label: 'Admin – Alex Morgan' })
    await expect(tokenTable(page)).toBeVisible()
    await expect(as).toHaveValue('admin')
  })

  test('sets the clock, puts it on, and gives it back', async ({ page }) => {
    await openLink(page, 'demo=empty&demo.as=admin')
    await addToken(page)
    const clock = (await openPanel(page)).getByRole('group', { name: 'Clock' })
    await clock.getByRole('button', { name: 'Forward an hour' }).click()
    await expect(tokenTable(page)).toContainText('1 hour ago')
    await clock.getByRole('button', { name: 'Forward a day' }).click()
    await expect(clock.getByRole('time')).toContainText('Wed, 25 Nov 2026, 10:0')
    await clock.getByLabel('Time (UTC)').fill('2026-12-31T23:59')
    await clock.getByRole('button', { name: 'Set' }).click()
    await expect(clock.getByRole('time')).toContainText('Thu, 31 Dec 2026, 23:59 UTC')
    await expect(tokenTable(page)).toContainText('last month')
    await clock.getByRole('button', { name: 'Back to the world’s time' }).click()
    await expect(clock.getByRole('time')).toContainText('Tue, 24 Nov 2026, 09:0')
    await expect.poll(async () => (await stateOf(page))?.ownClock).toBe(false)
  })

  test('goes to the next expiry: what expires is refused from then on', async ({ page }) => {
    await openLink(page, 'demo=tokens&demo.panel=open')
    const next = await page.evaluate(() => window.edeskDemo?.nextExpiry())
    const statusOfCall = () =>
      page.evaluate(
        async (key) =>
          (await window.edeskDemo?.send({ key, method: 'GET', path: '/v1/tickets' }))?.status,
        keyOf('tokens', 'Morning report'),
      )
    expect(await statusOfCall()).toBe(200)
    const clock = panelOf(page).getByRole('group', { name: 'Clock' })
    await clock.getByRole('button', { name: 'To the next expiry' }).click()
    await expect(clock.getByRole('time')).toContainText('Sun, 29 Nov 2026, 15:00 UTC')
    expect(String((await stateOf(page))?.now) >= String(next)).toBe(true)
    expect(await statusOfCall()).toBe(401)
    await clock.getByRole('button', { name: 'To the next expiry' }).click()
    await expect(page.getByRole('status')).toContainText('No token of this world')
  })

  test('makes faults in words, and clears them one by one and all at once', async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(503)
    await openLink(page, 'demo=tokens&demo.panel=open', `${list}/new`)
    const faults = panelOf(page).getByRole('group', { name: 'Faults' })
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
    await fillForm(page)
    await page.getByRole('button', { name: 'Generate token' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    const requests = panelOf(page).getByRole('group', { name: 'Last requests' })
    const failed = requests.getByRole('listitem').filter({ hasText: 'createToken' })
    await expect(failed).toContainText('503')
    await expect(failed).toContainText('Fault createToken: answered with 503, at the first call')
    await faults
      .getByRole('button', { name: 'Clear: createToken: answered with 503, at the first call' })
      .click()
    await expect(faults.getByRole('listitem')).toHaveCount(1)
    await faults.getByRole('button', { name: 'Clear all faults' }).click()
    await expect(faults).toContainText('Nothing fails on purpose.')
    await expect(faults.getByRole('heading', { name: 'Faults' })).toBeFocused()
    await faults.getByRole('spinbutton', { name: /Every answer takes longer/ }).fill('30')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stateOf(page))?.latency).toBe(30)
  })

  test('says in words what a wrong value is, and goes on', async ({ page }) => {
    await openLink(page, 'demo=tokens&demo.panel=open')
    const latency = panelOf(page).getByRole('spinbutton', { name: /Every answer takes longer/ })
    await latency.fill('-1')
    await page.keyboard.press('Tab')
    await expect(panelOf(page).getByRole('alert')).toContainText('whole number of milliseconds')
    await latency.fill('0')
    await page.keyboard.press('Tab')
    await expect(panelOf(page).getByRole('alert')).toHaveCount(0)
  })

  test('tells who asked what, what the backend decided and why, the newest first', async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(403)
    await openLink(page, 'demo=tokens&demo.as=agent&demo.panel=open')
    await page.evaluate(() =>
      window.edeskDemo?.send({ as: 'agent', method: 'GET', path: '/api/tokens' }),
    )
    const requests = panelOf(page).getByRole('group', { name: 'Last requests' })
    const refused = requests.getByRole('listitem').filter({ hasText: 'listTokens' }).first()
    await expect(refused).toContainText('403')
    await expect(refused).toContainText('Sam Rivera')
    await expect(refused).toContainText(/Admin/)
    const numbers = (await requests.getByRole('listitem').allTextContents()).map((text) =>
      Number(/#(\d+)/.exec(text)?.[1]),
    )
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one))
    await requests.getByRole('checkbox', { name: 'Only changes and refusals' }).check()
    await expect(requests.getByRole('listitem').filter({ hasText: '200' })).toHaveCount(0)
    await expect(refused).toBeVisible()
  })

  test('shows what does not fit the contract', async ({ page, guards }) => {
    guards.allowStatuses(400, 422)
    await openLink(page, 'demo=tokens&demo.as=admin&demo.panel=open')
    await page.evaluate(() =>
      window.edeskDemo?.send({
        as: 'admin',
        method: 'POST',
        path: '/api/tokens',
        body: { name: 7, accessLevel: 'read_only' },
      }),
    )
    const requests = panelOf(page).getByRole('group', { name: 'Last requests' })
    const wrong = requests.getByRole('listitem').filter({ hasText: 'createToken' }).first()
    await expect(wrong).toContainText('Does not fit the contract')
    await expect(wrong).toContainText(/Request: .*name/)
  })

  test('resets a form that something was typed in only after asking', async ({ page }) => {
    await openLink(page, 'demo=storage-full&demo.panel=open')
    await fillForm(page, { name: 'Typed' })
    const reset = panelOf(page).getByRole('button', { name: 'Reset' })
    await reset.click()
    await page.getByRole('dialog').getByRole('button', { name: /Keep/ }).click()
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Typed')
    await reset.click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Discard/ })
      .click()
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('')
    await expect(page.getByRole('status')).toContainText('as the scenario begins')
    await expect(reset).toBeFocused()
  })

  test('copies a link that brings back what was made', async ({ page, browser }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = async (text) => void (document.body.dataset.copied = text)
    })
    await openLink(page, 'demo=empty&demo.as=admin')
    await addToken(page, { name: 'Made here' })
    const ids = await tokenIds(page)
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByRole('status')).toContainText('brings back exactly')
    const link = (await page.locator('body').getAttribute('data-copied')) ?? ''
    expect(link).toMatch(/\/settings\/api-tokens\?demo=empty&/)
    const elsewhere = await browser.newContext()
    const other = await newPage(elsewhere)
    await other.goto(link)
    await expect(other.getByRole('link', { name: 'Made here' })).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await elsewhere.close()
  })

  test('says so where a link cannot be exact, and gives it to copy by hand where it must', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    })
    await openLink(page, 'demo=tokens&demo.panel=open')
    await panelOf(page).getByRole('button', { name: 'Copy link' }).click()
    const field = panelOf(page).getByRole('textbox', { name: /cannot be used here/ })
    await expect(field).toHaveValue(/\/settings\/api-tokens\?demo=tokens/)
    await expect(field).toBeFocused()
  })

  test('exports what happened; imported elsewhere, it is there again and can be done again', async ({
    page,
    browser,
  }) => {
    await openLink(page, 'demo=tokens&demo.as=admin')
    await addToken(page, { name: 'Made here' })
    const ids = await tokenIds(page)
    const panel = await openPanel(page)
    const downloading = page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Export' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('edesk-demo-tokens-2026-11-24.json')
    const file = await download.path()

    const elsewhere = await browser.newContext()
    const other = await newPage(elsewhere)
    await other.goto('/demo')
    await openPanel(other)
    await panelOf(other).getByLabel('Import').setInputFiles(file)
    await expect(other.getByRole('link', { name: 'Made here' })).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await panelOf(other).getByRole('button', { name: 'Replay' }).click()
    await expect(panelOf(other)).toContainText(/done again, and came out the same/)
    await elsewhere.close()
  })

  test('says what is wrong with a file that it cannot import', async ({ page }) => {
    await openLink(page, 'demo=tokens&demo.panel=open')
    for (const [text, words] of [
      ['{"format": ', 'It is no JSON'],
      ['{"format": "other"}', 'no file that a demo was exported to'],
    ] as const) {
      await panelOf(page)
        .getByLabel('Import')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      await expect(panelOf(page).getByRole('alert')).toContainText(words)
    }
    await expect(tokenTable(page).getByRole('link')).toHaveCount(12)
  })

  test('says that keys are not secret, also where one is shown', async ({ page }) => {
    await openLink(page, 'demo=empty&demo.as=admin')
    await openForm(page)
    await fillForm(page)
    await generate(page)
    await expect(page.getByText('Demo: keys are not secret')).toBeVisible()
    const panel = await openPanel(page)
    await expect(panel).toContainText('The keys of a demo are not secret')
  })
})

test.describe('no fault that axe can find, wide and narrow, light and dark, with forced colours', () => {
  const states: Record<string, (page: Page) => Promise<void>> = {
    'the gallery': async (page) => {
      await page.goto('/demo')
      await expect(handleOf(page)).toBeAttached()
    },
    'a refused link': async (page) => {
      await openLink(page, 'demo=tokns&demo.fault=makeToken:503@1')
      await page.getByText(/possible values/).click()
    },
    'the panel': async (page) => {
      await openLink(page, 'demo=flaky&demo.panel=open')
      await panelOf(page).getByText('Add a fault').click()
      await expect(panelOf(page)).toContainText('answered with 503')
    },
    'the panel beside another program': async (page) => {
      await openLink(page, 'demo=tokens&demo.panel=open', '/apps/shipping')
      await expect(panelOf(page)).toBeVisible()
    },
  }
  for (const [name, reach] of Object.entries(states)) {
    test(name, async ({ page, guards }) => {
      guards.allowStatuses(503)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await reach(page)
      // ShipFast's own look is no part of this.
      const own = !name.includes('another program')
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 })
        await expectNoSidewaysScrolling(page)
        for (const colorScheme of ['light', 'dark'] as const) {
          for (const forcedColors of own ? (['none', 'active'] as const) : (['none'] as const)) {
            await page.emulateMedia({ colorScheme, forcedColors })
            await expectAccessible(page)
          }
        }
      }
    })
  }
})

/** What stands in the page and is, wherever the page is scrolled to, behind something of the demo. */
async function coveredBy(page: Page, demo: Locator): Promise<string[]> {
  const box = await demo.boundingBox()
  if (!box) throw new Error('Nothing there')
  return page.evaluate((covering) => {
    const behind = new Set<string>()
    const { scrollHeight, clientHeight } = document.documentElement
    const all = document.querySelectorAll<HTMLElement>(
      '#app :is(a, button, input, textarea, p, h1, h2, label, td, th)',
    )
    // At the page's end everything that is left has come up; on the way there it is only scrolled past.
    scrollTo(0, scrollHeight - clientHeight)
    for (const element of all) {
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      const besides = right <= covering.x || left >= covering.x + covering.width
      const above = bottom <= covering.y || top >= covering.y + covering.height
      if (width > 0 && !besides && !above) behind.add(element.outerHTML.slice(0, 120))
    }
    return [...behind]
  }, box)
}

function tokenIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const records = (await window.edeskDemo?.records('tokens')) as { id: string }[]
    return records.map(({ id }) => id).toSorted()
  })
}
