import { describe, expect, it } from 'vitest'
import { type Locator, page } from 'vitest/browser'

import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { showToast } from '#src/ui/lib/toast.ts'

import { startTour } from './support/openTour.ts'
import { handle, openWithDemoPanel, panel } from './support/openWithDemoPanel.ts'
import { tourCard } from './support/tourCard.ts'
import { nameField } from './support/tourSteps.ts'

const list = '/settings/api-tokens'
const shipFast = { tokenId: demoTokenId('just-connected', 'ShipFast'), tokenName: 'ShipFast' }
const toast = page.getByText('The message')
const resume = page.getByRole('button', { name: 'Resume the tour' })
const submit = page.getByRole('button', { name: 'Generate token' })
const toolbar = page.getByRole('toolbar', { name: 'Selected tokens' })

// Below 1000 pixels, the panel is at the bottom of the window. On a phone, the bars wrap.
describe.each([
  { width: 1280, isOpen: false },
  { width: 1280, isOpen: true },
  { width: 800, isOpen: false },
  { width: 800, isOpen: true },
  { width: 360, isOpen: false },
  { width: 360, isOpen: true },
])('in a window of $width pixels (demo panel open: $isOpen)', ({ width, isOpen }) => {
  const others = isOpen ? [panel] : []

  it('shows a message and the button of the tour above the bar of a form', async () => {
    await page.viewport(width, 800)
    const mounted = await openWithDemoPanel({ at: `${list}/new`, as: 'admin' }, { isOpen })
    startTour(mounted, { step: 'name', left: true })
    showToast('The message')
    await expect.element(submit).toBeVisible()
    await expectClear(submit, others)
    await expectClear(toast, [submit, ...others])
    await expectClear(resume, [submit, ...others])
    // On a phone, the handle of the panel comes after the page.
    if (width > 600) await expectClear(handle, [submit, ...others])
  })

  it('shows the bar of selected tokens, and a message above it', async () => {
    await page.viewport(width, 800)
    await openWithDemoPanel({ scenario: 'tokens', at: list }, { isOpen })
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    showToast('The message')
    await expectClear(toolbar, others)
    await expectClear(toast, [toolbar, ...others])
  })

  it('shows a card of the tour whose target is out of sight above the bar of a form', async () => {
    await page.viewport(width, 800)
    const mounted = await openWithDemoPanel({ at: `${list}/new`, as: 'admin' }, { isOpen })
    await expect.element(submit).toBeVisible()
    startTour(mounted, { step: 'name' })
    const card = tourCard('Name it after the application')
    await expect.element(card).toHaveStyle({ opacity: '1' })
    await page.viewport(width, 500)
    // So far that the field leaves the window, but the bar does not leave its lower edge.
    window.scrollTo(0, nameField.element().getBoundingClientRect().bottom + window.scrollY)
    await expect.element(page.getByRole('button', { name: 'Show me where' })).toBeVisible()
    await expectClear(card, [submit, ...others])
  })

  it('shows a card of the tour whose target is out of sight inside the window', async () => {
    await page.viewport(width, 800)
    const at = `${list}/${shipFast.tokenId}`
    const mounted = await openWithDemoPanel({ scenario: 'just-connected', at }, { isOpen })
    await expect.element(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
    await page.viewport(width, 500)
    startTour(mounted, { step: 'change', ...shipFast })
    window.scrollTo(0, document.documentElement.scrollHeight)
    await expect.element(page.getByRole('button', { name: 'Show me where' })).toBeVisible()
    await expectClear(tourCard('Keep details current'), others)
  })
})

it('has the line of the demo below the bar of a form in a low window', async () => {
  await page.viewport(320, 256)
  await openWithDemoPanel({ at: `${list}/new`, as: 'admin' }, { isOpen: false })
  await expect.element(submit).toBeInTheDocument()
  const line = page.getByText('Demo data. Keys are not real.')
  expect(line.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(
    submit.element().getBoundingClientRect().bottom,
  )
})

/** Expects an element to be inside the window, and not to overlap any of the others. */
async function expectClear(locator: Locator, others: readonly Locator[]): Promise<void> {
  await expect.element(locator).toBeInViewport({ ratio: 0.99 })
  await expect
    .poll(() => {
      const a = locator.element().getBoundingClientRect()
      return others
        .map((other) => other.element())
        .filter((other) => {
          const b = other.getBoundingClientRect()
          const isBeside = a.right <= b.left || a.left >= b.right
          return !isBeside && a.bottom > b.top && a.top < b.bottom
        })
    })
    .toEqual([])
}
