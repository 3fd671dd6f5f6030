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

const contents = page.getByRole('navigation', { name: 'On this page' })

/** Returns the name of the section that the index marks. */
function currentSection(): string | undefined {
  return contents.element().querySelector('[aria-current="location"]')?.textContent.trim()
}

it('has the search and all features beside the page, and they stay there', async () => {
  await page.viewport(1280, 800)
  await openApp({ as: 'admin', at: '/help/api' })
  await expect.element(heading(1, 'API reference')).toBeVisible()
  for (const section of ['Authentication', 'Sales Orders', 'Tag groups'])
    await expect
      .element(contents.getByRole('link', { name: section, exact: true }))
      .toBeInViewport({ ratio: 1 })
  scrollTo(0, document.documentElement.scrollHeight)
  await expect.poll(currentSection).toBe('Tag groups')
  await expect.element(contents.getByRole('searchbox')).toBeInViewport({ ratio: 1 })
})

it('marks the section that the reader scrolls to', async () => {
  await page.viewport(1280, 800)
  await openApp({ as: 'admin', at: '/help/api' })
  await expect.element(heading(2, 'Errors')).toBeVisible()
  expect(currentSection()).toBe('Authentication')
  for (const name of ['Errors', 'Tickets']) {
    page.getByRole('heading', { name, exact: true }).element().scrollIntoView({ block: 'start' })
    await expect.poll(currentSection).toBe(name)
  }
})

it('folds the sections on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ as: 'admin', at: '/help/api' })
  const unfold = contents.getByRole('button', { name: 'Contents' })
  const messages = contents.getByRole('link', { name: 'Messages', includeHidden: true })
  await expect.element(unfold).toHaveAttribute('aria-expanded', 'false')
  await expect.element(messages).not.toBeVisible()
  await unfold.click()
  await expect.element(unfold).toHaveAttribute('aria-expanded', 'true')
  await messages.click()
  await expect.element(heading(3, 'Messages')).toHaveFocus()
  await expect.element(heading(3, 'Messages')).toBeInViewport()

  scrollTo(0, 0)
  await unfold.click()
  await contents.getByRole('searchbox').fill('whoami')
  await expect
    .element(contents.getByRole('link', { name: 'Get the user of the token GET' }))
    .toBeVisible()
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
