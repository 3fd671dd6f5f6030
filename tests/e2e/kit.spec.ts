import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

import { waitForDemo } from '#src/kit/demo/waitForDemo.ts'
import { expect, test } from '#src/kit/playwright.ts'

import type { ReportedTest } from '../failing-kit/stepReporter.ts'

// Features of the Playwright kit that the other tests do not use.

test.describe('in a scenario', () => {
  test.use({ scenario: 'just-connected', as: 'admin' })

  test('opens the first page of the scenario, shows data that a test adds, and gives each tab its own view', async ({
    demo,
    tokenListPage,
    tokenDetailsPage,
    guards,
  }, testInfo) => {
    guards.allowStatuses(503)
    await test.step('starts the clock at the time of the scenario, and knows its keys', async () => {
      await demo.open()
      await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
      expect(await demo.clock.now()).toMatch(/^2026-11-24T09:00/)
      const key = await demo.backend.keyOf('ShipFast')
      expect(await demo.backend.callWith(key, 'GET', '/v1/whoami')).toMatchObject({ status: 200 })
      await expect(demo.backend.keyOf('ShipFst')).rejects.toThrow(
        'no token "ShipFst". Its tokens: ',
      )
    })

    await test.step('names the scenario and the backend in the report', () => {
      const scenario = { type: 'scenario', description: 'just-connected, as admin' }
      expect(testInfo.annotations).toContainEqual(scenario)
      expect(testInfo.annotations).toContainEqual({ type: 'backend', description: 'worker' })
    })

    await test.step('a second tab has its own user, clock and faults', async () => {
      await tokenListPage.open()
      const agent = await demo.as('agent', '/tickets')
      await expect(agent.ticketListPage.table).toBeVisible()
      await agent.clock.set('2027-01-01T00:00:00Z')
      await agent.faults.add('getTicketView:503@1')
      expect(await demo.clock.now()).toMatch(/^2026-11-24/)
      expect(await demo.faults.list()).toEqual([])
      await agent.ticketPage.open(1)
      await expect(agent.ticketPage.alert).toBeVisible()
    })

    await test.step('keeps added data until the reset', async () => {
      const { id } = await demo.backend.addToken({
        name: 'Ledgerly',
        features: { Messages: 'Read Only' },
      })
      await expect(tokenListPage).toListToken({ name: 'Ledgerly', access: 'Custom' })
      const tokens = await demo.backend.tokens()
      expect(tokens.find((token) => token.id === id)?.permissions.messages).toBe('read_only')
      await demo.reset()
      await expect(tokenListPage).not.toListToken({ name: 'Ledgerly' })
    })
  })
})

test.describe('with options for the view', () => {
  test.use({
    scenario: 'tokens',
    now: '2026-12-31T23:59:50Z',
    latency: 200,
    faults: ['listTokens:503@1'],
  })

  test('applies the clock, latency and faults of the link', async ({
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

test('fails the test for each violation that a guard finds', async ({ demoUrl }) => {
  test.slow()
  const failures = await runFailingTests(demoUrl)
  expect(Object.keys(failures).toSorted()).toEqual([
    'a fault that affects no call',
    'a violation for each guard',
    'another failure before a fault could affect a call',
    'no server',
    'no service worker',
    'one violation',
    'steps',
  ])
  expect(failures['no service worker']).toContain("use the option backend: 'page'.")
  expect(failures['no server']).toContain('No server responds at http://localhost:4999')
  expect(failures['no server']).toContain('Start it: npx edesk-api-tokens serve')
  expect(failures['a fault that affects no call']).toMatch(
    /unused-faults: pauseToken:503@5 has affected no call\. .*listTokens[^]*guards\.allow\('unused-faults'/,
  )
  expect(failures['another failure before a fault could affect a call']).not.toContain('faults:')
  expect(failures['one violation']).toContain('The guards found violations (1):')
  expect(failures['one violation']).toContain("guards.allow('console', ")

  const all = failures['a violation for each guard'] ?? ''
  expect(all).toContain('The guards found violations')
  for (const finding of [
    /^ {2}console: warning "something is odd"/m,
    /^ {2}page-errors: nobody catches this/m,
    /^ {2}policy: .*style/im,
    /^ {2}policy: .*Trusted/m,
    /^ {2}other-hosts: http:\/\/127\.0\.0\.1:1\/somewhere/m,
    /^ {2}contract: the request of POST \/api\/session: .*email/m,
    /^ {2}contract: the answer of GET \/api\/plan: plan is missing/m,
    /^ {2}keys: .*in sessionStorage at \/login/m,
    /^ {2}keys: .*the database "leaky"/m,
    /^ {2}keys: GET .*\/favicon\.svg/m,
    /^ {2}keys: the console says/m,
    /^ {2}keys: .*the title/m,
    /^ {2}keys: .*field/m,
  ]) {
    expect(all).toMatch(finding)
  }
  expect(all, 'the report contains no key').not.toContain('kkkkk')

  await test.step('shows each action of the kit as a step at the line of the test, and no fixture of the kit', async () => {
    const file = await readFile(test.info().outputPath('steps.json'), 'utf8')
    const { steps } = JSON.parse(file) as Record<string, ReportedTest>
    const actions = steps?.steps.filter(
      ({ category, place }) => category === 'test.step' && place.startsWith('steps.spec.ts'),
    )
    expect(actions?.map(({ title, place }) => `${place} ${title}`)).toEqual([
      `steps.spec.ts:6 demo.backend.addToken({ name: 'Parcel Post', features: { Tickets: 'Full Access' } })`,
      `steps.spec.ts:10 demo.backend.callWith('edesk_…B8yP', 'GET', '/v1/whoami')`,
      `steps.spec.ts:11 demo.clock.advance('2h')`,
      'steps.spec.ts:12 tokenListPage.open()',
      `steps.spec.ts:13 demo.as('agent', '/tickets')`,
      'steps.spec.ts:14 ticketListPage.open() as agent',
      'steps.spec.ts:15 faults.list() as agent',
      `steps.spec.ts:16 tokenDetailsPage.tryIt.send('nothing') as agent`,
      `steps.spec.ts:17 tokenListPage.deleteToken('Nobody')`,
    ])
    expect(steps?.errors).toEqual(['steps.spec.ts:17'])
    const fixtures = steps?.steps.filter(({ category }) => category === 'fixture')
    expect(fixtures?.filter(({ place }) => !/^(steps\.spec\.ts|$)/.test(place))).toEqual([])
  })
})

test.describe('with allowed violations', () => {
  test.use({ allow: { 'page-errors': true, console: /odd/ } })

  test('guards ignore only allowed violations, and a page without a demo is reported', async ({
    page,
    guards,
  }) => {
    await page.setContent('<h1>Something else</h1>')
    await expect(waitForDemo(page, 100)).rejects.toThrow(/"Something else".* is no demo/)

    await page.goto('/login')
    await page.evaluate(() => console.warn('something is odd'))
    expect(await guards.findings()).toEqual([])
    await page.evaluate(() => console.warn('something else'))
    const [found] = await guards.findings()
    expect(found?.text).toContain('something else')
    guards.allow('console')
  })
})

/** Runs the tests that must fail. Returns the error messages of each test by its title. */
async function runFailingTests(demoUrl: string): Promise<Record<string, string>> {
  const { PLAYWRIGHT_JSON_OUTPUT_NAME: _, ...env } = process.env
  const command = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/failing-kit']
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

/** The parts of Playwright's report that the test reads. */
interface Suite {
  specs: { title: string; tests: { results: { errors: { message: string }[] }[] }[] }[]
}
