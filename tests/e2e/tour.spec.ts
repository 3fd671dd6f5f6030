import type { Locator, Page } from '@playwright/test'

import { expect, test } from '../kit/playwright.ts'

const tour = '/?demo=empty&demo.as=admin&demo.tour=1'

interface Walk {
  title: string
  /** What the card points at. */
  target?: (page: Page) => Locator
  /** What somebody does there with a mouse. */
  act: (page: Page) => Promise<void>
}

const next = (page: Page) => page.getByRole('button', { name: /^(Next|Start the tour)$/ }).click()
const settings = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' })
const add = (page: Page) => page.getByRole('link', { name: 'Add a token' })
const name = (page: Page) => page.getByRole('textbox', { name: 'Token Name' })
const description = (page: Page) => page.getByRole('textbox', { name: 'Token Description' })
const level = (page: Page) => page.getByRole('radiogroup', { name: 'Select Access Level' })
const salesOrders = (page: Page) =>
  page.getByRole('radiogroup', { name: 'Sales Orders', exact: true })
const ellipsis = (page: Page) => page.getByRole('button', { name: 'Actions for ShipFast' })
const deletion = (page: Page) =>
  page
    .getByRole('dialog', { name: 'Delete ShipFast?' })
    .getByRole('button', { name: 'Delete token' })

const walk: Walk[] = [
  { title: 'A tour of API tokens', act: next },
  {
    title: 'A token unlocks eDesk for another application',
    target: (page) => page.getByRole('link', { name: 'Where is my order?' }),
    act: next,
  },
  { title: 'One token for each application, in three types', act: next },
  {
    title: 'Tokens are at home in the settings',
    target: settings,
    act: (page) => settings(page).click(),
  },
  {
    title: 'On to API Tokens',
    act: (page) =>
      page.getByRole('link', { name: 'API Tokens' }).locator('visible=true').first().click(),
  },
  { title: 'All your tokens are listed here', target: add, act: (page) => add(page).click() },
  {
    title: 'Name it after the application',
    target: name,
    act: async (page) => {
      await name(page).fill('ShipFast')
      await description(page).focus()
    },
  },
  {
    title: 'Say what it is for',
    target: description,
    act: async (page) => {
      await description(page).fill('Updates shipping details')
      await next(page)
    },
  },
  {
    title: 'Decide how much it may do',
    target: level,
    act: async (page) => {
      await level(page).getByRole('radio', { name: 'Custom' }).check()
      await next(page)
    },
  },
  {
    title: 'Feature by feature',
    target: salesOrders,
    act: async (page) => {
      await salesOrders(page).getByRole('radio', { name: 'Full Access' }).check()
      await next(page)
    },
  },
  {
    title: 'Ready to generate',
    target: (page) => page.getByRole('button', { name: 'Generate token' }),
    act: (page) => page.getByRole('button', { name: 'Generate token' }).click(),
  },
  {
    title: 'Copy the key now',
    target: (page) => page.getByRole('button', { name: 'Copy' }),
    act: (page) => page.getByRole('button', { name: 'Copy' }).click(),
  },
  {
    title: 'The key is on your clipboard',
    target: (page) => page.getByRole('button', { name: 'Return to Token List' }),
    act: (page) => page.getByRole('button', { name: 'Return to Token List' }).click(),
  },
  {
    title: 'There it is',
    target: (page) => page.getByRole('link', { name: 'ShipFast' }),
    act: (page) => page.getByRole('link', { name: 'ShipFast' }).click(),
  },
  {
    title: 'Keep the details true',
    target: description,
    act: async (page) => {
      await description(page).fill('Updates shipping details and stock')
      await next(page)
    },
  },
  {
    title: 'Nothing is changed before you save',
    target: (page) => page.getByRole('button', { name: 'Save changes' }),
    act: (page) => page.getByRole('button', { name: 'Save changes' }).click(),
  },
  {
    title: 'The access stays as it is',
    target: (page) => page.getByRole('heading', { name: 'Access', exact: true }),
    act: next,
  },
  {
    title: 'Back to the list',
    act: (page) =>
      page.getByRole('link', { name: 'API Tokens' }).locator('visible=true').first().click(),
  },
  {
    title: 'A token that nobody needs',
    target: ellipsis,
    act: async (page) => {
      await ellipsis(page).click()
      const menu = page.getByRole('menu', { name: 'Actions for ShipFast' })
      await expectBeside(page, 'A token that nobody needs', menu)
      await page.getByRole('menuitem', { name: 'Delete token' }).click()
    },
  },
  {
    title: 'eDesk asks once more',
    target: deletion,
    act: (page) => deletion(page).click(),
  },
  {
    title: 'That is all there is to it',
    act: (page) => page.getByRole('button', { name: 'Finish' }).click(),
  },
]

function card(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title })
}

/** The card is in its place: all of it on the screen, and nothing of it on what it points at. */
async function expectBeside(page: Page, title: string, target?: Locator): Promise<void> {
  await expect(card(page, title)).toHaveCSS('opacity', '1')
  await expect(card(page, title)).toBeInViewport({ ratio: 0.99 })
  if (!target) return
  await expect(target).toBeInViewport({ ratio: 0.9 })
  const distance = async () => {
    const [one, other] = [await card(page, title).boundingBox(), await target.boundingBox()]
    if (!one || !other) return undefined
    return Math.max(
      other.x - one.x - one.width,
      one.x - other.x - other.width,
      other.y - one.y - one.height,
      one.y - other.y - other.height,
    )
  }
  await expect.poll(distance).toBeGreaterThan(8)
  await expect.poll(distance, 'not far from it').toBeLessThan(40)
}

/** Goes on with the tour, up to the step with this title. */
async function walkTo(page: Page, title: string): Promise<void> {
  for (const step of walk) {
    await expect(card(page, step.title)).toBeVisible()
    if (step.title === title) return
    await step.act(page)
  }
}

// A card's place depends on the width alone, its contrasts on the scheme alone.
for (const [width, colorScheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`each step stands beside what it points at, without a fault that axe can find: ${width} px, ${colorScheme}`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
    await page.setViewportSize({ width, height: 740 })
    await page.goto(tour)
    for (const { title, target, act } of walk) {
      await test.step(title, async () => {
        await expectBeside(page, title, target?.(page))
        await expect(page).toFitItsWidth()
        await expect(page).toHaveNoAccessibilityFaults()
        await act(page)
      })
    }
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Resume the tour' })).toHaveCount(0)
  })
}

test('the whole tour goes by keyboard', async ({ page }) => {
  const { keyboard } = page
  /** From the page to the card, from there to what it points at, and does that. */
  const doIt = async (title: string, target: Locator) => {
    await keyboard.press('F6')
    await expect(card(page, title)).toBeFocused()
    await keyboard.press('F6')
    await expect(target).toBeFocused()
  }
  /** The focus is in the card: its first button. */
  const goOn = async (title: string) => {
    await expect(card(page, title)).toBeFocused()
    await keyboard.press('Tab')
    await keyboard.press('Enter')
  }
  await page.goto(tour)
  await goOn('A tour of API tokens')
  await goOn('A token unlocks eDesk for another application')
  await goOn('One token for each application, in three types')
  await expect(card(page, 'Tokens are at home in the settings')).toBeFocused()
  await keyboard.press('F6')
  await expect(settings(page)).toBeFocused()
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await doIt('On to API Tokens', page.getByRole('link', { name: 'API Tokens' }).first())
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await doIt('All your tokens are listed here', add(page))
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Add a token' })).toBeFocused()
  await doIt('Name it after the application', name(page))
  await keyboard.type('ShipFast')
  await expect(card(page, 'Name it after the application')).toBeVisible()
  await keyboard.press('Tab')
  await expect(card(page, 'Say what it is for')).toBeVisible()
  await expect(description(page), 'the focus is where it was').toBeFocused()
  await keyboard.type('Updates shipping details')
  await expect(description(page)).toHaveValue('Updates shipping details')
  await keyboard.press('Tab')
  await expect(card(page, 'Decide how much it may do')).toBeVisible()
  await keyboard.press('Space')
  await expect(level(page).getByRole('radio', { name: 'Read-only' })).toBeChecked()
  await keyboard.press('F6')
  await goOn('Decide how much it may do')
  await expect(card(page, 'Ready to generate')).toBeFocused()
  await keyboard.press('F6')
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeFocused()
  await doIt('Copy the key now', page.getByRole('button', { name: 'Copy' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await doIt(
    'The key is on your clipboard',
    page.getByRole('button', { name: 'Return to Token List' }),
  )
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await doIt('There it is', page.getByRole('link', { name: 'ShipFast' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeFocused()
  await doIt('Keep the details true', description(page))
  await keyboard.press('End')
  await keyboard.type(' and stock')
  await keyboard.press('F6')
  await goOn('Keep the details true')
  await expect(card(page, 'Nothing is changed before you save')).toBeFocused()
  await keyboard.press('F6')
  await keyboard.press('Enter')
  await expect(card(page, 'The access stays as it is')).toBeVisible()
  await keyboard.press('F6')
  await goOn('The access stays as it is')
  await expect(card(page, 'Back to the list')).toBeFocused()
  await keyboard.press('F6')
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await doIt('A token that nobody needs', ellipsis(page))
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete token' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await doIt('eDesk asks once more', deletion(page))
  await keyboard.press('Enter')
  await expect(card(page, 'That is all there is to it')).toBeVisible()
  await keyboard.press('F6')
  await expect(card(page, 'That is all there is to it')).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
})

test('the tour goes on after a reload, and waits to be resumed where it was left', async ({
  page,
}) => {
  const title = 'There it is'
  await page.goto(tour)
  await walkTo(page, title)
  await page.reload()
  await expectBeside(page, title, page.getByRole('link', { name: 'ShipFast' }))

  await page.getByRole('button', { name: 'Leave for now' }).click()
  const resume = page.getByRole('button', { name: 'Resume the tour' })
  await expect(resume).toBeFocused()
  await expect(page).toHaveNoAccessibilityFaults()
  await page.reload()
  await page.getByRole('link', { name: 'Tickets' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await resume.click()
  await expect(card(page, 'You have gone another way')).toContainText(title)
  await expect(page).toHaveNoAccessibilityFaults()
  await page.getByRole('button', { name: 'Take me back there' }).click()
  await expectBeside(page, title, page.getByRole('link', { name: 'ShipFast' }))

  await page.getByRole('button', { name: 'Leave for now' }).click()
  await page.getByRole('button', { name: 'End the tour' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
  await expect(resume).toHaveCount(0)
})

test('a link to another situation ends the tour', async ({ page }) => {
  await page.goto(tour)
  await expect(card(page, 'A tour of API tokens')).toBeVisible()
  await page.goto('/?demo=tokens')
  await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Demo panel' })).toBeVisible()
  await expect(card(page, 'A tour of API tokens')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume the tour' })).toHaveCount(0)
})

test('an Agent is told that an Admin login is needed, and can go on as the Admin', async ({
  page,
}) => {
  await page.goto('/?demo=empty&demo.as=agent&demo.tour=1')
  await next(page)
  await expect(card(page, 'This needs an Admin login')).toBeVisible()
  await expect(page).toHaveNoAccessibilityFaults()
  await page.getByRole('button', { name: 'Go on as Admin' }).click()
  await expect(card(page, 'A token unlocks eDesk for another application')).toBeVisible()
  await expect(settings(page)).toBeVisible()
})

test('nobody is shown where to log in, and a business below the plan where to get it', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/?demo=empty&demo.as=nobody&demo.tour=1')
  await next(page)
  const logIn = page.getByRole('button', { name: 'Log in as Admin, Professional plan' })
  await expectBeside(page, 'First, an Admin login', logIn)
  await logIn.click()
  await expect(card(page, 'A token unlocks eDesk for another application')).toBeVisible()

  await page.goto('/?demo=starter&demo.as=admin&demo.tour=1')
  await next(page)
  await next(page)
  await next(page)
  await settings(page).click()
  await page.getByRole('link', { name: 'API Tokens' }).first().click()
  const plans = page.getByRole('link', { name: 'See plans' })
  await expectBeside(page, 'This needs the Professional plan', plans)
  await plans.click()
  await page.getByRole('button', { name: 'Move to Professional' }).click()
  await expect(card(page, 'On to API Tokens')).toBeVisible()
})

test('what is pointed at and out of sight can be brought back into it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(tour)
  await walkTo(page, 'Keep the details true')
  await expectBeside(page, 'Keep the details true', description(page))
  await page.mouse.move(640, 400)
  await page.mouse.wheel(0, 2000)
  await page.getByRole('button', { name: 'Show me where' }).click()
  await expectBeside(page, 'Keep the details true', description(page))
})

test('nothing of the tour is loaded by those who are on none', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto('/?demo=empty&demo.as=admin')
  await expect(add(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(loaded.filter((address) => /tour/i.test(address))).toEqual([])
  await page.goto(tour)
  await expect(card(page, 'A tour of API tokens')).toBeVisible()
  expect(loaded.filter((address) => /mountTour/.test(address))).not.toEqual([])
})
