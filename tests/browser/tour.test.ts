import { beforeEach, describe, expect, it } from 'vitest'
import { commands, page } from 'vitest/browser'

import { firstState } from '#src/demo/tour/tourState.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { leakedLog } from '#src/mock/scenarios/leakedLog.ts'

import { expectFitsWidth, expectNoViolations } from './expectAccessible.ts'
import { replaceClipboard, workingClipboard } from './support/clipboard.ts'
import { openTour } from './support/openTour.ts'
import { expectCard, tourCard } from './support/tourCard.ts'
import {
  copyButton,
  editButton,
  next,
  returnButton,
  settingsLink,
  tokenLink,
  tokensLink,
  tourSteps,
} from './support/tourSteps.ts'

const list = '/settings/api-tokens'
const shipFast = { tokenId: demoTokenId('just-connected', 'ShipFast'), tokenName: 'ShipFast' }

beforeEach(() => replaceClipboard(workingClipboard))

// The position of a card depends only on the width, its contrast only on the colour scheme.
it.each([
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const)(
  'places each card next to its target, without accessibility violations: $width px, $colorScheme',
  // axe runs at each of the 21 steps.
  { timeout: 120_000 },
  async ({ width, colorScheme }) => {
    await page.viewport(width, 740)
    await commands.emulateMedia({ colorScheme })
    await openTour({ as: 'admin', at: list })
    for (const { title, target, act } of tourSteps) {
      await expectCard(title, target)
      expectFitsWidth(title)
      await expectNoViolations()
      await act()
    }
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(page.getByRole('button', { name: 'Resume the tour' }).elements()).toEqual([])
  },
)

it.each([
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
] as const)(
  'leads from a leaked key to a new one: $width px, $colorScheme',
  { timeout: 60_000 },
  async ({ width, colorScheme }) => {
    await page.viewport(width, 740)
    await commands.emulateMedia({ colorScheme })
    await openTour({ scenario: 'leaked', at: `${list}/found`, from: firstState('leaked') })
    const text = page.getByRole('textbox', { name: 'Text that contains a key' })
    const look = page.getByRole('button', { name: 'Look for keys' })
    const replace = page.getByRole('link', { name: 'Replace token' })
    const generate = page.getByRole('button', { name: 'Generate new key' })
    const findTitle = 'Find the token of the key'

    await expectCard('A key has leaked')
    await expectNoViolations()
    await next()
    await expectCard(findTitle, text)
    expectFitsWidth(findTitle)
    await expectNoViolations()
    await tourCard(findTitle).getByRole('button', { name: 'Copy the log' }).click()
    await expect.element(tourCard(findTitle)).toMatchTextContent('Copied the log')
    await text.fill(leakedLog)
    await expectCard(findTitle, look)
    await look.click()
    await expectCard('It is ShipFast’s key', replace)
    await expectNoViolations()
    await replace.click()
    await expectCard('Decide when the old key stops', generate)
    await expectNoViolations()
    await generate.click()
    await expectCard('Copy the new key now', copyButton)
    await copyButton.click()
    await expectCard('Give ShipFast the new key', returnButton)
    await returnButton.click()
    await expectCard('The leaked key stops working')
    await expectNoViolations()
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  },
)

it('scrolls the target of the card back into view', async () => {
  await openTour({ scenario: 'just-connected', from: { step: 'change', ...shipFast } })
  const title = 'Keep details current'
  await expectCard(title, editButton)
  await page.viewport(1280, 500)
  window.scrollTo(0, document.documentElement.scrollHeight)
  await page.getByRole('button', { name: 'Show me where' }).click()
  await expectCard(title, editButton)
})

it('can be resumed after it was left, and leads back from another page', async () => {
  const title = 'Your token is in the list'
  await openTour({ scenario: 'just-connected', at: list, from: { step: 'open', ...shipFast } })
  await expectCard(title, tokenLink)
  await page.getByRole('button', { name: 'Pause tour' }).click()
  const resume = page.getByRole('button', { name: 'Resume the tour' })
  await expect.element(resume).toHaveFocus()
  await expectNoViolations()
  await page.getByRole('link', { name: 'Tickets' }).click()
  await expect.element(page.getByRole('heading', { name: 'Tickets', level: 1 })).toBeVisible()
  expect(page.getByRole('dialog').elements()).toEqual([])
  await resume.click()
  await expect
    .element(tourCard('You’ve left the tour'))
    .toMatchTextContent('Your token is in the list')
  await expectNoViolations()
  await page.getByRole('button', { name: 'Take me back' }).click()
  await expectCard(title, tokenLink)
})

describe('a user without access to tokens', () => {
  it('sees as an Agent that an Admin login is needed, and can continue as the Admin', async () => {
    await openTour({ as: 'agent', at: list })
    await next()
    await expectCard('This needs an Admin login')
    await expectNoViolations()
    await page.getByRole('button', { name: 'Continue as Admin' }).click()
    await expect.element(tourCard('A token unlocks eDesk for another application')).toBeVisible()
    await expect.element(settingsLink).toBeVisible()
  })

  it('is shown where to log in if nobody is logged in', async () => {
    await openTour({ at: '/' })
    await next()
    const logIn = page.getByRole('button', { name: 'Log in as Admin, Professional plan' })
    await expectCard('Log in as an Admin first', logIn)
    await logIn.click()
    await expect.element(tourCard('A token unlocks eDesk for another application')).toBeVisible()
  })

  it('is shown where to change the plan if the business has the Starter plan', async () => {
    await openTour({ scenario: 'starter' })
    await next()
    await next()
    await next()
    await settingsLink.click()
    await tokensLink.click()
    const plans = page.getByRole('link', { name: 'See plans' })
    await expectCard('This needs the Professional plan', plans)
    await plans.click()
    await page.getByRole('button', { name: 'Move to Professional' }).click()
    await expect.element(tourCard('Go to API Tokens')).toBeVisible()
  })
})
