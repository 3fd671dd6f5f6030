import type { Page } from '@playwright/test'

import { expect, test } from '#src/kit/playwright.ts'
import type { SentResponse } from '#src/mock/demo/demoControl.ts'

// What the kit says about mistakes. TypeScript would report some of them, but not every test is checked. The time limit of `expect` is
// short in this file, because the kit waits that long for what is missing. So each test first waits for what the page has.

test.use({ scenario: 'tokens', as: 'admin' })

/** How long a test waits for what the page has. */
const loaded = { timeout: 20_000 }

/** Hides a mistake from TypeScript. */
const wrong = (value: unknown) => value as never

test('an action on a token that is not there says which tokens there are', async ({
  tokenListPage,
  tokenAdvicePage,
}) => {
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'ShipFast' }, loaded)
  const actions = [
    tokenListPage.deleteToken('Nobody'),
    tokenListPage.select('ShipFast', 'Nobody'),
    tokenListPage.openDetails('Nobody'),
  ]
  const noToken =
    /There is no token "Nobody" on this page of the list\. There are: .*"ShipFast", [^]*The page is "API Tokens", http/
  await Promise.all(actions.map((action) => expect(action).rejects.toThrow(noToken)))
  await expect(tokenListPage.resumeToken('ShipFast')).rejects.toThrow(
    'There is no item "Resume token" in the menu of "ShipFast". There are: "Replace token", "Pause token"',
  )
  await tokenListPage.page.keyboard.press('Escape')
  await expect(tokenListPage.toolbar).toBeVisible(loaded)
  await Promise.all([
    expect(tokenListPage.resumeSelected()).rejects.toThrow(
      /no button "Resume" for selected tokens\. There are: "Export"/,
    ),
    expect(tokenListPage.retireOldKey('ShipFast')).rejects.toThrow('no old key of "ShipFast"'),
  ])
  await tokenAdvicePage.open()
  await expect(tokenAdvicePage.items.first()).toBeVisible(loaded)
  await expect(tokenAdvicePage.dismiss('Nobody')).rejects.toThrow(
    /There is no advice about "Nobody"\. There are: "/,
  )
})

test('an unknown option of a page is refused with the options', async ({
  tokenListPage,
  tokenFormPage,
  replaceTokenPage,
  tokenDetailsPage,
  activityPage,
  planPage,
  usersPage,
  ticketListPage,
  shippingApp,
  header,
  demo,
}) => {
  await tokenListPage.open()
  await tokenListPage.filtersButton.click()
  await expect(tokenListPage.filters).toBeVisible(loaded)
  await expect(tokenListPage.filter('Status', 'Activ')).rejects.toThrow(
    /no option "Activ" of "Status"\. There are: .*"Active", "Failing"/,
  )
  await expect(tokenListPage.filter(wrong('State'), 'Active')).rejects.toThrow(
    '"State" is not a filter. Use one of: Access, Status,',
  )
  await expect(tokenListPage.open({ status: 'activ' })).rejects.toThrow(
    '"activ" is not a value of the parameter "status". Use one of: active, failing,',
  )
  await expect(activityPage.open({ who: 'usr_alex' })).rejects.toThrow(
    '"who" is not a parameter of this page. Use one of: page,',
  )
  await expect(header.openHelp(wrong('FAQ'))).rejects.toThrow('Use one of: Getting started,')
  await tokenFormPage.open()
  await expect(tokenFormPage.name).toBeVisible(loaded)
  await expect(tokenFormPage.fill({ expires: wrong('8 days') })).rejects.toThrow(
    '"8 days" is not an expiration. Use one of: 7 days, 30 days,',
  )
  await expect(tokenFormPage.fill({ access: wrong('Read only') })).rejects.toThrow(
    '"Read only" is not an access level. Use one of: Read-only, Full Access, Custom.',
  )
  await expect(tokenFormPage.startFrom(wrong('Shop'))).rejects.toThrow('"Shop" is not a template.')
  await expect(replaceTokenPage.keepOldKey(wrong('2 days'))).rejects.toThrow(
    '"2 days" is not a time to keep the old key. Use one of: Not at all,',
  )
  await expect(tokenDetailsPage.show(wrong('History'))).rejects.toThrow(
    '"History" is not a view of a token. Use one of: Overview, Requests,',
  )
  await expect(tokenDetailsPage.open('tok_1', wrong('history'))).rejects.toThrow(
    '"history" is not a view of a token. Use one of: requests, activity, try-it.',
  )
  await expect(tokenDetailsPage.pause()).rejects.toThrow(
    /no button "Pause token"\. There are: [^]*The page is "Add a token"/,
  )
  await planPage.open()
  await expect(planPage.page.getByRole('button', { name: 'Move to Starter' })).toBeVisible(loaded)
  await expect(planPage.moveTo('Professional')).rejects.toThrow(
    /no button "Move to Professional"\. There are: "Move to Starter"/,
  )
  await usersPage.open()
  await expect(usersPage.table).toContainText('Robin Field', loaded)
  await Promise.all([
    expect(usersPage.grant('Nobody')).rejects.toThrow('There is no button "Grant Admin access'),
    expect(usersPage.changeRole('Nobody', 'Agent')).rejects.toThrow(
      /no menu "Actions for Nobody"\. There are: .*"Actions for Robin Field"/,
    ),
  ])
  await ticketListPage.open()
  await expect(ticketListPage.table.getByRole('link').first()).toBeVisible(loaded)
  await expect(ticketListPage.openTicket('Hello')).rejects.toThrow(
    /no ticket "Hello"\. There are: "/,
  )
  await shippingApp.open()
  await expect(shippingApp.key).toBeVisible(loaded)
  await shippingApp.connect(await demo.backend.keyOf('ShipFast'))
  await expect(shippingApp.status).toContainText('Connected', loaded)
  await expect(shippingApp.orders).toContainText('NW-1001', loaded)
  await expect(shippingApp.ship({ order: 'NW-1' })).rejects.toThrow(
    /no button "Ship NW-1"\. There are: "Ship NW-1001"/,
  )
})

test('an action whose field or button is not there says what the page has', async ({
  tokenListPage,
  tokenFormPage,
  tokenDetailsPage,
  replaceTokenPage,
  foundKeyPage,
  loginPage,
  activityPage,
  header,
  demo,
}) => {
  await tokenFormPage.open()
  await expect(tokenFormPage.generateButton).toBeVisible(loaded)
  const elsewhere: [Promise<void>, string | RegExp][] = [
    [tokenListPage.search('ship'), /no field "Search tokens"\. There are: .*"Token Name"/],
    [tokenListPage.selectAllThatMatch(), 'no checkbox "Select all"'],
    [foundKeyPage.search('a log'), /no field "Text that contains a key"\. There are: /],
    [foundKeyPage.chooseFiles([]), /no button "Choose files"\. There are: .*"Generate token"/],
    [loginPage.logIn('admin@example.com'), /no field "Email"\. There are: /],
    [activityPage.chooseToken('ShipFast'), /no field "Token"\. There are: /],
    [tokenDetailsPage.show('Try it'), 'no link "Try it". There is none.'],
    [tokenDetailsPage.saveMine(), 'no button "Save mine" in a dialog. There is none.'],
    [tokenDetailsPage.tryIt.send('whoami'), /no field "Operation"\. There are: /],
    [replaceTokenPage.showAccess(), /no button "Change access"\. There are: .*"Cancel"/],
    [header.markNoticeAsRead('ShipFast'), 'no unread notice with the text "ShipFast"'],
    [
      tokenFormPage.fill({ access: 'Read-only', features: { Tickets: 'Read Only' } }),
      'no choice "Read Only" for Tickets.',
    ],
  ]
  await Promise.all(elsewhere.map(([action, message]) => expect(action).rejects.toThrow(message)))
  const { id } = await demo.backend.addToken({ name: 'Ledger' })
  await replaceTokenPage.open(id)
  await expect(replaceTokenPage.heading).toBeVisible(loaded)
  await expect(replaceTokenPage.chooseExpiration('2027-02-31')).rejects.toThrow(
    '"2027-02-31" is not an expiration.',
  )
  await tokenDetailsPage.open(id, 'try-it')
  await expect(tokenDetailsPage.tryIt.operation).toBeVisible(loaded)
  await expect(tokenDetailsPage.tryIt.send('whoami', { path: { id: '1' } })).rejects.toThrow(
    /no field "id"\. There are: .*"API key/,
  )
  await expect(tokenDetailsPage.tryIt.send('whoami', { body: '{}' })).rejects.toThrow(
    'no field "Body"',
  )
})

test('a search or a filter whose results do not come is reported with the page', async ({
  tokenListPage,
  demo,
}) => {
  await tokenListPage.open()
  await tokenListPage.filtersButton.click()
  await expect(tokenListPage.filters).toBeVisible(loaded)
  await demo.faults.add('listTokens:late-600000')
  await expect(tokenListPage.search('ship')).rejects.toThrow(
    /does not show the results of the search for "ship"\. The page is "API Tokens"/,
  )
  await expect(tokenListPage.filter('Access', 'Custom')).rejects.toThrow(
    'does not show the results of the filter "Access: Custom"',
  )
})

test('an unknown value of demo is refused with the values', async ({ demo }) => {
  await expect(demo.backend.addToken({ features: wrong({ Orders: 'Read Only' }) })).rejects.toThrow(
    '"Orders" is not a feature. Use one of: Sales Orders,',
  )
  await expect(
    demo.backend.addToken({ features: { Tickets: wrong('Read-only') } }),
  ).rejects.toThrow('"Read-only" is not a permission for Tickets. Use one of: Full Access,')
  await expect(demo.backend.addToken(wrong({ acess: 'Custom' }))).rejects.toThrow(
    '"acess" is not a property of a token. Use one of: name, description, access, features, addresses, expiresAt.',
  )
  await expect(demo.backend.addToken({ expiresAt: 'tomorrow' })).rejects.toThrow(
    '"tomorrow" is not a time.',
  )
  await expect(demo.as(wrong('boss'))).rejects.toThrow(
    '"boss" is not a person. Use one of: admin, agent, nobody, ',
  )
  await expect(
    demo.backend.send({ as: 'robin@example.com', method: 'GET', path: '/api/tokens' }),
  ).rejects.toThrow(/No user has the email robin@example\.com\. The users: .*robin\.field@/)
  await expect(demo.backend.records(wrong('token'))).rejects.toThrow(
    /The demo rejected "records": .*Available: .*tokens/,
  )
  await expect(demo.requests(wrong('*'))).rejects.toThrow(
    /"\*" is not an operation\. Use one of: .*createToken/,
  )
  await expect(demo.faults.add('makeToken:503')).rejects.toThrow(
    /"makeToken" is not an operation\. Use one of: .*createToken/,
  )
  await expect(
    demo.faults.add({ operation: 'createToken', what: 503, when: wrong({ nth: 0 }) }),
  ).rejects.toThrow('{"operation":"createToken","what":503,"when":{"nth":0}} is not a fault.')
  await expect(demo.answer(wrong('makeToken'), { status: 500 })).rejects.toThrow(
    /"makeToken" is not an operation\. Use one of: .*createToken/,
  )
  await expect(demo.answer('getPlan', wrong({ status: 99 }))).rejects.toThrow(
    '99 is not a status of a response.',
  )
  await expect(demo.hold(wrong('*'))).rejects.toThrow('"*" is not an operation.')
  await expect(demo.waitForRequest(wrong('makeToken'))).rejects.toThrow('is not an operation.')
  await expect(demo.clock.set('tomorrow')).rejects.toThrow(
    '"tomorrow" is not a time. Use a text such as "2026-12-31T23:59:50Z", or a Date.',
  )
})

test('guards and matchers refuse what they do not know', async ({
  demo,
  page,
  guards,
  tokenListPage,
}) => {
  expect(() => guards.allow(wrong('consol'))).toThrow(
    '"consol" is not a guard. Use one of: console, page-errors,',
  )
  expect(() => guards.allow('console', wrong('text'))).toThrow('a regular expression')
  expect(() => guards.allowStatuses(wrong('four'))).toThrow('four is not an HTTP status.')
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'ShipFast' }, loaded)
  await expect(expect(demo as unknown as Page).toListToken({ name: 'ShipFast' })).rejects.toThrow(
    'toListToken needs a page: expect(page).toListToken(…).',
  )
  await expect(
    expect(page).toListToken({ name: 'ShipFast', status: wrong('Activ') }),
  ).rejects.toThrow('"Activ" is not a status. Use one of: Active, Failing,')
  await expect(expect(demo as unknown as Page).toFitViewportWidth()).rejects.toThrow('needs a page')
  await expect(expect({} as unknown as Page).toHaveLeftNoTraceOf('key')).rejects.toThrow(
    'needs a page',
  )

  const key = await demo.backend.keyOf('ShipFast')
  const answer = await demo.backend.callWith(key, 'GET', '/v1/whoami')
  await expect(expect(answer).toBeRefusedAs('expired')).rejects.toThrow(
    'Expected the request to be refused as "expired".\nIt was not refused: the status was 200.',
  )
  await expect(expect(answer).toBeRefusedAs(wrong('gone'))).rejects.toThrow(
    '"gone" is not a reason. Use one of: expired, paused, address, unknown, plan, rate_limit.',
  )
  await expect(expect(answer).toBeRefusedFor(wrong('Orders'))).rejects.toThrow(
    '"Orders" is not a feature. Use one of: Sales Orders,',
  )
  await expect(expect(page as unknown as SentResponse).toBeRefusedAs('expired')).rejects.toThrow(
    'toBeRefusedAs needs shippingApp, tryIt or an awaited answer',
  )
})
