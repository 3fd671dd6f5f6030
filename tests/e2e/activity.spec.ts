import { expect, test } from '../kit/playwright.ts'

test.describe('with a dozen tokens', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('the notices hold the focus, and are read in every tab', async ({
    demo,
    header,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expect(header.noticesButton).toHaveAccessibleName(/^Notices, \d+ unread$/)
    const other = await demo.as('admin', '/settings/plan')
    await expect(other.header.noticesButton).toHaveAccessibleName(/^Notices, \d+ unread$/)

    await header.noticesButton.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Notices' })).toBeFocused()
    await expect(header.notice('Morning report expires')).toContainText('Unread:')
    await header.markNoticeAsRead('Morning report expires')
    await expect(header.notice('Morning report expires')).not.toContainText('Unread:')
    await header.markAllNoticesAsRead()
    await expect(header.unreadNotices(0)).toBeVisible()
    await expect(other.header.unreadNotices(0)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(header.noticesButton).toBeFocused()
  })

  test('the activity is filtered, and is saved as a file', async ({ activityPage, page }) => {
    await activityPage.open()
    await expect(activityPage.entriesOf('Shop automations')).toHaveCount(2)
    const download = page.waitForEvent('download')
    await activityPage.exportButton.click()
    expect((await download).suggestedFilename()).toMatch(/^api-token-activity-.*\.csv$/)
    await activityPage.action.selectOption('Paused')
    await expect(activityPage.entries).toHaveCount(1)
    await expect(page).toHaveURL(/action=paused/)
  })
})

test.describe('an Admin', () => {
  test.use({ as: 'admin' })

  test('hears of what comes while a page is open, and when time goes by', async ({
    demo,
    header,
    tokenListPage,
  }) => {
    await demo.backend.addToken()
    await tokenListPage.open()
    await expect(header.unreadNotices(0)).toBeVisible()
    await demo.backend.send({ as: 'agent', method: 'POST', path: '/api/access-requests' })
    await expect(header.unreadNotices(1)).toBeVisible()
    await demo.clock.advance('76d')
    await expect(header.unreadNotices(2)).toBeVisible()
    await header.openNotices()
    await expect(header.notices).toContainText([/ShipFast expires in/, /asks for Admin access/])
  })

  test('finds what was done to a token that is deleted', async ({
    demo,
    page,
    tokenDetailsPage,
    activityPage,
    guards,
  }) => {
    guards.allowStatuses(404)
    const { id } = await demo.backend.addToken()
    await demo.backend.send({ as: 'admin', method: 'DELETE', path: `/api/tokens/${id}` })
    await tokenDetailsPage.open(id)
    await page.getByRole('link', { name: 'What was done to it' }).click()
    await expect(activityPage.heading).toBeFocused()
    await expect(activityPage.entries).toHaveCount(2)
    await expect(activityPage.entriesOf('ShipFast').first()).toContainText('Deleted')
  })
})
