import { expect } from 'vitest'
import { type Locator, page } from 'vitest/browser'

/** The card of the tour with this title. */
export function tourCard(title: string): Locator {
  return page.getByRole('dialog', { name: title, exact: true })
}

/** Expects the whole card to be visible, next to its target but not over it. */
export async function expectCard(title: string, target?: Locator): Promise<void> {
  const card = tourCard(title)
  await expect.element(card).toHaveStyle({ opacity: '1' })
  await expect.element(card).toBeInViewport({ ratio: 0.99 })
  if (!target) return
  await expect.element(target).toBeInViewport({ ratio: 0.9 })
  await expect
    .poll(() => distance(card.element(), target.element()), { message: `from “${title}”` })
    .toSatisfy((pixels: number) => pixels > 8 && pixels < 40)
}

/** Returns the distance between two elements in pixels; negative if they overlap. */
function distance(one: Element, other: Element): number {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  return Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom)
}
