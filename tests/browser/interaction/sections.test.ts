import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectHeading } from '../support/userActions.ts'

const sections = page.getByRole('navigation', { name: 'API Tokens' })

function row(): HTMLElement {
  const found = sections.element().querySelector<HTMLElement>('.scrolling-row')
  if (!found) throw new Error('The navigation has no scrolling row.')
  return found
}

/** Returns whether the whole link is inside the row, and not in one of its faded edges. */
function isInSight(name: string): boolean {
  const { left, right } = sections.getByRole('link', { name }).element().getBoundingClientRect()
  const edges = row().getBoundingClientRect()
  const styles = getComputedStyle(row())
  const fade = (side: string) => parseFloat(styles.getPropertyValue(side))
  return left >= edges.left + fade('--left') - 1 && right <= edges.right - fade('--right') + 1
}

it('shows all sections on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ scenario: 'tokens', at: '/settings/api-tokens' })
  await expect.element(sections.getByText('8')).toBeInTheDocument()
  await expect.poll(() => isInSight('Tokens')).toBe(true)
  expect(isInSight('Found a key?')).toBe(true)
  expect(isInSight('Rules')).toBe(true)
})

it('fades the row of sections where it continues', async () => {
  await page.viewport(300, 740)
  await openApp({ scenario: 'tokens', at: '/settings/api-tokens' })
  await expect.element(sections.getByText('8')).toBeInTheDocument()
  await expect.poll(() => isInSight('Tokens')).toBe(true)
  await expect.poll(() => isInSight('Found a key?')).toBe(false)
  expect(getComputedStyle(row()).maskImage).toContain('100% - 32px')
  await page.viewport(1280, 800)
  await expect.poll(() => isInSight('Found a key?')).toBe(true)
  expect(getComputedStyle(row()).maskImage).not.toContain('32px')
})

it('scrolls a narrow row of sections to the current page, and to the focused link', async () => {
  await page.viewport(280, 740)
  await openApp({ scenario: 'tokens', at: '/settings/api-tokens/found' })
  await expectHeading('Found a key?')
  await expect.element(sections.getByText('8')).toBeInTheDocument()
  await expect.poll(() => isInSight('Found a key?')).toBe(true)
  expect(isInSight('Tokens')).toBe(false)
  sections.getByRole('link', { name: 'Found a key?' }).element().focus()
  for (const name of ['Activity', 'Advice', 'Tokens']) {
    await userEvent.tab({ shift: true })
    await expect.element(sections.getByRole('link', { name })).toHaveFocus()
    await expect.poll(() => isInSight(name)).toBe(true)
  }
})
