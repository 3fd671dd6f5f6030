import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { waitForDemo } from '../kit/demo/controlInPage.ts'
import { expect, test } from '../kit/playwright.ts'

// What the kit for Playwright can do beyond what the other tests use of it.

test.describe('in a scenario', () => {
  test.use({ scenario: 'just-connected', as: 'admin' })

  test('the page that a scenario begins with is open, its clock stands where the story begins, and its keys are known', async ({
    demo,
    tokenDetailsPage,
  }) => {
    await demo.open()
    await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
    expect(await demo.clock.now()).toMatch(/^2026-11-24T09:00/)
    const { status } = await demo.backend.callWith(
      await demo.backend.keyOf('ShipFast'),
      'GET',
      '/v1/whoami',
    )
    expect(status).toBe(200)
    await expect(demo.backend.keyOf('ShipFst')).rejects.toThrow('no token "ShipFst", but with')
  })

  test('what is arranged before a page is open is there when it opens', async ({
    demo,
    tokenListPage,
  }) => {
    const { id } = await demo.backend.addToken({
      name: 'Ledgerly',
      features: { Messages: 'Read Only' },
    })
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'Ledgerly', access: 'Custom' })
    const tokens = await demo.backend.tokens()
    expect(tokens.find((token) => token.id === id)?.permissions.messages).toBe('read_only')
    await demo.reset()
    await expect(tokenListPage).not.toListToken({ name: 'Ledgerly' })
  })

  test('a second tab is in the same world as somebody else, and each tab has a clock and faults of its own', async ({
    demo,
    tokenListPage,
    guards,
  }) => {
    guards.allowStatuses(503)
    await tokenListPage.open()
    const agent = await demo.as('agent', '/tickets')
    await expect(agent.ticketListPage.table).toBeVisible()
    await agent.clock.set('2027-01-01T00:00:00Z')
    await agent.faults.add('getTicketView:503@1')
    expect(await demo.clock.now()).toMatch(/^2026-11-24/)
    expect(await demo.faults.list()).toEqual([])
    await agent.ticketPage.open(1)
    await expect(agent.ticketPage.alert).toBeVisible()
    await demo.backend.addToken({ name: 'Ledgerly' })
    await expect(tokenListPage).toListToken({ name: 'Ledgerly' })
  })
})

test.describe('with a view of its own', () => {
  test.use({
    scenario: 'tokens',
    now: '2026-12-31T23:59:50Z',
    latency: 200,
    faults: ['listTokens:503@1'],
  })

  test('the link of a test is followed: clock, latency and faults', async ({
    demo,
    tokenListPage,
    page,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage.alert).toBeVisible()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    expect(await demo.clock.now()).toMatch(/^2027-01-01T00:00|^2026-12-31T23:59/)
    expect((await demo.requests('listTokens')).map(({ fault }) => fault)).toEqual([
      'listTokens:503@1',
      null,
    ])
    await demo.clock.advance('2h')
    expect(await demo.clock.now()).toMatch(/^2027-01-01T0[12]/)
    await demo.faults.clear()
    expect(await demo.faults.list()).toEqual([])
    const { link } = await demo.link()
    expect(link).toContain('demo=tokens')
  })
})

test('a report names the scenario, and who', async ({ demo }, testInfo) => {
  await demo.open()
  expect(testInfo.annotations).toContainEqual({ type: 'scenario', description: 'empty' })
  expect(testInfo.annotations).toContainEqual({ type: 'backend', description: 'worker' })
})

test.describe('with what is allowed by name', () => {
  test.use({ allow: { 'page-errors': true, console: /odd/ } })

  test('only that is let be', async ({ page, guards }) => {
    await page.goto('/login')
    await page.evaluate(() => console.warn('something is odd'))
    expect(await guards.findings()).toEqual([])
    await page.evaluate(() => console.warn('something else'))
    const [found] = await guards.findings()
    expect(found?.text).toContain('something else')
    guards.allow('console')
  })
})

test('each guard fails a test, and says what it has found and how that can be allowed', async ({
  demoUrl,
}) => {
  // It is a run of Playwright's own, with a browser for each.
  test.setTimeout(180_000)
  const failures = await runFailingTests(demoUrl)
  expect(Object.keys(failures)).toHaveLength(12)
  for (const [title, message] of Object.entries(failures)) {
    const guard = title.split(':')[0] ?? ''
    if (title === 'nothing is there') {
      expect(message).toContain('Nothing answers at http://localhost:9')
      expect(message).toContain('start it: npm start')
      continue
    }
    expect(message, title).toContain('The guards have found what no test may have')
    expect(message, title).toContain(`  ${guard}: `)
    expect(message, title).toContain(`guards.allow('${guard}', `)
    expect(message, 'no key is written into a report').not.toContain('kkkkk')
  }
  expect(failures['contract: an answer that does not fit']).toContain(
    'the answer of GET /api/plan: plan is missing',
  )
  expect(failures['keys: in a storage, on the way']).toContain('in sessionStorage at /login')
})

test('a page without a demo is told as such', async ({ page, guards }) => {
  guards.allow('other-hosts')
  await page.setContent('<h1>Something else</h1>')
  await expect(waitForDemo(page, 100)).rejects.toThrow(/"Something else".*no demo that answers/)
})

test.describe('matchers that fail', () => {
  test.use({ scenario: 'tokens', as: 'admin' })
  const soon = { timeout: 500 }

  test('toListToken tells what is expected, and what is shown', async ({
    demo,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    const wrong = expect(page).toListToken({ name: 'ShipFast', access: 'Full Access' }, soon)
    await expect(wrong).rejects.toThrow(
      /to have a token "ShipFast" with the access "Full Access"\.\nIt shows:[^]*"ShipFast", Custom/,
    )
    await expect(page).toListToken({ name: 'ShipFast', status: 'Active', expires: 'Never' })
    await expect(page).not.toListToken({ name: 'ShipFast', status: 'Paused' })
    const later = expect(page).toListToken({ name: 'ShipFast', expires: 'tomorrow' }, soon)
    await expect(later).rejects.toThrow(/with "tomorrow" for its expiry\.\n/)
    const there = expect(page).not.toListToken({ name: 'ShipFast' }, soon)
    await expect(there).rejects.toThrow(/not to have a token "ShipFast"/)
    await demo.ticketListPage.open()
    const elsewhere = expect(page).toListToken({ name: 'ShipFast' }, soon)
    await expect(elsewhere).rejects.toThrow(/No list is shown: the page is "Tickets"/)
    const nowhere = expect(page).not.toListToken({ name: 'ShipFast' }, soon)
    await expect(nowhere, 'nothing is said of a list that is not there').rejects.toThrow(
      /No list is shown/,
    )
  })

  test('toBeRefusedFor tells what was said instead', async ({ demo, shippingApp }) => {
    const { key } = await demo.backend.addToken({
      name: 'Reader',
      features: { 'Sales Orders Notes': 'Read Only' },
    })
    const refused = await demo.backend.callWith(key, 'GET', '/v1/sales-orders')
    await expect(refused).toBeRefusedFor('Sales Orders')
    await expect(refused).not.toBeRefusedFor('Sales Orders Notes')
    await expect(expect(refused).toBeRefusedFor('Messages')).rejects.toThrow(
      /for want of access to Messages\.\nIt was told: This needs Read Only or Full Access to Sales Orders\./,
    )
    const answered = await demo.backend.callWith(key, 'GET', '/v1/whoami')
    await expect(expect(answered).toBeRefusedFor('Messages')).rejects.toThrow(
      /Nothing has refused it/,
    )
    await shippingApp.open()
    await expect(expect(shippingApp).toBeRefusedFor('Messages', soon)).rejects.toThrow(
      /The shipping application was expected to be refused for want of access to Messages/,
    )
  })

  test('toHaveNoAccessibilityFaults tells the rule, and where it is broken', async ({
    page,
    ticketListPage,
  }) => {
    await ticketListPage.open()
    await expect(ticketListPage.table).toBeVisible()
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
    await expect(expect(page).toHaveNoAccessibilityFaults()).rejects.toThrow(
      /1 kinds of faults in .*\/tickets:\n {2}image-alt \(critical\)[^]*<img>/,
    )
  })

  test('toFitItsWidth tells what is too wide', async ({ page, ticketListPage }) => {
    await ticketListPage.open()
    await expect(ticketListPage.table).toBeVisible()
    await page.evaluate(() => {
      const wide = document.createElement('hr')
      wide.style.width = '5000px'
      document.body.append(wide)
    })
    await expect(expect(page).toFitItsWidth()).rejects.toThrow(/its window 1280[^]*<hr/)
  })

  test('toHaveLeftNoTraceOf tells every place, also of a part of the key', async ({
    page,
    context,
    guards,
    ticketListPage,
  }) => {
    guards.allow('keys')
    const key = `edesk_${'Ab3'.repeat(12)}`
    await ticketListPage.open()
    await expect(ticketListPage.table).toBeVisible()
    await expect(page).toHaveLeftNoTraceOf(key)
    await page.evaluate(leaveEverywhere, key)
    const failure = expect(page).toHaveLeftNoTraceOf(key)
    for (const place of [
      'the page',
      'the fields',
      'the title',
      'the address',
      "the history's state",
      "the window's name",
      'a cookie',
      'localStorage',
      'sessionStorage',
      'the database "leaky"',
      'a cache',
      'what was written to the console',
      'the addresses and bodies of requests',
      'the cookies and storages of the browser',
    ]) {
      await expect(failure).rejects.toThrow(new RegExp(`It is in:[^]*  ${place}`))
    }
    await expect(failure).rejects.not.toThrow(new RegExp(key))
    await expect(expect(context).toHaveLeftNoTraceOf(`x${key.slice(10, 22)}`)).rejects.toThrow()
  })
})

/** Runs in a page. */
async function leaveEverywhere(key: string): Promise<void> {
  const field = document.createElement('input')
  field.value = key
  document.body.append(key, field)
  document.title = key
  window.name = key
  history.replaceState({ key }, '', `?key=${key}`)
  document.cookie = `key=${key}`
  localStorage.setItem('key', key)
  sessionStorage.setItem('key', key)
  console.info(key)
  await fetch(`/favicon.svg?key=${key}`)
  await (await caches.open('leaky')).put('/v1/leaky', new Response(key))
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open('leaky', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
    opening.onsuccess = () => {
      const store = opening.result.transaction('kept', 'readwrite').objectStore('kept')
      store.put(key.slice(8, 20), 'part').onsuccess = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}

/** Runs the tests that must fail. Gives how each of them did, by its title. */
async function runFailingTests(demoUrl: string): Promise<Record<string, string>> {
  const { PLAYWRIGHT_JSON_OUTPUT_NAME: _, ...env } = process.env
  const command = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/kit/failing']
  const run = spawn(process.execPath, command, {
    env: { ...env, FAILING_BASE_URL: demoUrl, FAILING_OUTPUT: test.info().outputDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  run.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(run, 'close')
  const { suites } = JSON.parse(Buffer.concat(parts).toString()) as { suites: Suite[] }
  const specs = suites.flatMap((suite) => suite.specs)
  return Object.fromEntries(
    specs.map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors))
      return [title, errors.map(({ message }) => message).join('\n')]
    }),
  )
}

/** What is looked at in a report of Playwright's. */
interface Suite {
  specs: { title: string; tests: { results: { errors: { message: string }[] }[] }[] }[]
}
