import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

const heading = (level: number, name: string) => page.getByRole('heading', { level, name })

/** Returns the summary of an operation. Its id is the fragment of the URL. */
function summaryOf(operationId: string): HTMLElement {
  const summary = document.getElementById(operationId)
  if (!summary) throw new Error(`The API reference has no operation ${operationId}.`)
  return summary
}

it('is linked from the help', async () => {
  await openApp({ as: 'admin', at: '/help/getting-started' })
  await page.getByRole('link', { name: 'API reference' }).click()
  await expect.element(heading(1, 'API reference')).toHaveFocus()
  expect(document.title).toBe('API reference – eDesk')
})

it('opens, focuses and scrolls to the operation in the URL', async () => {
  await openApp({ as: 'admin', at: '/help/api#createMessage' })
  await expect.element(heading(1, 'API reference')).toBeVisible()
  const summary = page.elementLocator(summaryOf('createMessage'))
  await expect.element(summary).toHaveFocus()
  await expect.element(summary).toBeInViewport()
  const operation = page.elementLocator(
    summaryOf('createMessage').closest('details') ?? document.body,
  )
  await expect.element(operation).toMatchTextContent('Full Access to Messages')
  await expect.element(operation).toMatchTextContent('Bearer YOUR_API_KEY')
})

it('lets an Agent find and open an operation by keyboard alone', async () => {
  await openApp({ as: 'agent', at: '/help/api' })
  await page.getByRole('searchbox', { name: 'Search operations' }).click()
  await userEvent.keyboard('replace tracking')
  await expect.element(page.getByText('1 operation', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('Full Access to Sales Orders').first()).toBeVisible()
  expect(summaryOf('updateSalesOrderTrackingLinks').closest('details')?.open).toBe(true)
})

it('scrolls to a chapter from the table of contents, and returns with Back', async () => {
  await openApp({ as: 'admin', at: '/help/api' })
  await page.getByRole('navigation', { name: 'On this page' }).getByText('Errors').click()
  await expect.element(heading(2, 'Errors')).toHaveFocus()
  await expect.element(heading(2, 'Errors')).toBeInViewport()
  expect(location.hash).not.toBe('')
  history.back()
  await expect.poll(() => location.pathname + location.hash).toBe('/help/api')
})
