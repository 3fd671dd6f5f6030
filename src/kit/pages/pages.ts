import type { Page } from '@playwright/test'

import { withSteps } from '../steps.ts'
import { ActivityPage } from './activityPage.ts'
import { LeakedKeysPage } from './leakedKeysPage.ts'
import { Header } from './header.ts'
import { LoginPage } from './loginPage.ts'
import { ReplaceTokenPage } from './replaceTokenPage.ts'
import type { Opener } from './basePage.ts'
import { RulesPage } from './rulesPage.ts'
import { AccessGate, PlanPage, UsersPage } from './settingsPages.ts'
import { ShippingApp } from './shippingApp.ts'
import { TicketListPage, TicketPage } from './ticketPage.ts'
import { TokenAdvicePage } from './tokenAdvicePage.ts'
import { TokenDetailsPage } from './tokenDetailsPage.ts'
import { TokenFormPage } from './tokenFormPage.ts'
import { TokenKeyPage } from './tokenKeyPage.ts'
import { TokenListPage } from './tokenListPage.ts'

/** The page objects of one tab. */
export interface Pages {
  header: Header
  loginPage: LoginPage
  tokenListPage: TokenListPage
  tokenFormPage: TokenFormPage
  tokenKeyPage: TokenKeyPage
  tokenDetailsPage: TokenDetailsPage
  activityPage: ActivityPage
  foundKeyPage: LeakedKeysPage
  replaceTokenPage: ReplaceTokenPage
  tokenAdvicePage: TokenAdvicePage
  rulesPage: RulesPage
  accessGate: AccessGate
  usersPage: UsersPage
  planPage: PlanPage
  ticketListPage: TicketListPage
  ticketPage: TicketPage
  shippingApp: ShippingApp
}

/**
 * Creates the page objects for a tab.
 *
 * @param afterCall what follows the calls of their methods in a report, such as " as agent".
 */
export function createPages(tab: Opener, afterCall = ''): Pages {
  const pages: Pages = {
    header: new Header(tab),
    loginPage: new LoginPage(tab),
    tokenListPage: new TokenListPage(tab),
    tokenFormPage: new TokenFormPage(tab),
    tokenKeyPage: new TokenKeyPage(tab),
    tokenDetailsPage: new TokenDetailsPage(tab),
    activityPage: new ActivityPage(tab),
    foundKeyPage: new LeakedKeysPage(tab),
    tokenAdvicePage: new TokenAdvicePage(tab),
    rulesPage: new RulesPage(tab),
    replaceTokenPage: new ReplaceTokenPage(tab),
    accessGate: new AccessGate(tab),
    usersPage: new UsersPage(tab),
    planPage: new PlanPage(tab),
    ticketListPage: new TicketListPage(tab),
    ticketPage: new TicketPage(tab),
    shippingApp: new ShippingApp(tab),
  }
  const withNames = Object.entries(pages).map(([name, page]: [string, object]) => [
    name,
    withSteps(page, name, afterCall),
  ])
  return Object.fromEntries(withNames) as Pages
}

/** Creates the page objects for a tab that the test has opened itself, in its own browser context. */
export function pagesIn(page: Page): Pages {
  async function open(path: string): Promise<void> {
    await page.goto(path)
  }
  return createPages({ page, open, openAsUser: open })
}
