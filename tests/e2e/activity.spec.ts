import { expect, test } from '#src/kit/playwright.ts'

test.describe('with a dozen tokens', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('moves focus into the notices and back, and marks them as read in every tab', async ({
    demo,
    header,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expect(header.noticesButton).toHaveAccessibleName(/^Notices, \d+ unread/)
    const other = await demo.as('admin', '/settings/plan')
    await expect(other.header.noticesButton).toHaveAccessibleName(/^Notices, \d+ unread/)

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

  test('filters the activity and exports it as a CSV file', async ({ activityPage, page }) => {
    await activityPage.open()
    await expect(activityPage.entriesOf('Shop automations')).toHaveCount(2)
    const download = page.waitForEvent('download')
    await activityPage.exportButton.click()
    expect((await download).suggestedFilename()).toMatch(/^api-token-activity-.*\.csv$/)
    await activityPage.action.selectOption('Paused')
    await expect(activityPage.entries).toHaveCount(1)
    await expect(page).toHaveURL(/action=paused/)
    await activityPage.chooseToken('Shop')
    await activityPage.to.fill('2026-11-22')
    await expect(page.getByText('No matching activity').last()).toBeVisible()
    await page.getByRole('button', { name: 'Remove filter: Action: Paused' }).click()
    await expect(activityPage.entries).toHaveCount(1)
    await expect(activityPage.entriesOf('Shop automations')).toContainText('Generated')
    await expect(page).toHaveURL(/token=tok_\w+&to=2026-11-22$/)
  })
})
