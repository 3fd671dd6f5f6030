import type { TestFixture } from '@playwright/test'

import type { Pages } from './pages.ts'

/** For fixtures that a report does not need. */
export const hidden = { scope: 'test', box: true } as const

type PageFixtures = {
  [Name in keyof Pages]: [TestFixture<Pages[Name], { demo: Pages }>, typeof hidden]
}

/** A fixture for each page object of the first tab. */
export const pageFixtures: PageFixtures = {
  header: [async ({ demo }, use) => use(demo.header), hidden],
  loginPage: [async ({ demo }, use) => use(demo.loginPage), hidden],
  tokenListPage: [async ({ demo }, use) => use(demo.tokenListPage), hidden],
  tokenFormPage: [async ({ demo }, use) => use(demo.tokenFormPage), hidden],
  tokenKeyPage: [async ({ demo }, use) => use(demo.tokenKeyPage), hidden],
  foundKeyPage: [async ({ demo }, use) => use(demo.foundKeyPage), hidden],
  tokenDetailsPage: [async ({ demo }, use) => use(demo.tokenDetailsPage), hidden],
  tokenAdvicePage: [async ({ demo }, use) => use(demo.tokenAdvicePage), hidden],
  rulesPage: [async ({ demo }, use) => use(demo.rulesPage), hidden],
  replaceTokenPage: [async ({ demo }, use) => use(demo.replaceTokenPage), hidden],
  activityPage: [async ({ demo }, use) => use(demo.activityPage), hidden],
  accessGate: [async ({ demo }, use) => use(demo.accessGate), hidden],
  usersPage: [async ({ demo }, use) => use(demo.usersPage), hidden],
  planPage: [async ({ demo }, use) => use(demo.planPage), hidden],
  ticketListPage: [async ({ demo }, use) => use(demo.ticketListPage), hidden],
  ticketPage: [async ({ demo }, use) => use(demo.ticketPage), hidden],
  shippingApp: [async ({ demo }, use) => use(demo.shippingApp), hidden],
}
