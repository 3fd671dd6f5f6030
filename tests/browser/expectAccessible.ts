import axe from 'axe-core'
import { expect } from 'vitest'
import { commands, page } from 'vitest/browser'

/** Expects that axe finds nothing and that nothing is wider than the window: wide and narrow, light and dark. */
export async function expectAccessible(): Promise<void> {
  for (const width of [1280, 360]) {
    await page.viewport(width, 800)
    expect(beyondTheEdge()).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await commands.emulateMedia({ colorScheme })
      expect(await axeViolations(), `${width} pixels, ${colorScheme}`).toEqual([])
    }
  }
}

/** What axe finds, with no rule off and no part of the page left out. */
async function axeViolations(): Promise<string[]> {
  finishAnimations()
  const { violations } = await axe.run(document, { resultTypes: ['violations'] })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** Colours are measured as they are in the end. */
function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
    else animation.finish()
  }
}

function beyondTheEdge(): string[] {
  const { clientWidth } = document.documentElement
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth)
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
}
