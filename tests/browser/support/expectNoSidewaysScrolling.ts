import { expect } from 'vitest'

/** Expects that no part of the page is wider than the window. */
export function expectNoSidewaysScrolling(): void {
  const { scrollWidth, clientWidth } = document.documentElement
  const outside = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth)
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
  expect(outside).toEqual([])
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}
