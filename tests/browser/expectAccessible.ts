import axe from 'axe-core'
import { expect } from 'vitest'
import { commands, page } from 'vitest/browser'

interface Look {
  width: number
  colorScheme: 'light' | 'dark'
  rules: 'all' | 'colours'
}

/**
 * A rule that is not about colours does not depend on the colour scheme: it runs once for each width. The rules about colours run
 * in every look.
 */
const looks: readonly Look[] = [
  { width: 1280, colorScheme: 'light', rules: 'all' },
  { width: 1280, colorScheme: 'dark', rules: 'colours' },
  { width: 360, colorScheme: 'dark', rules: 'all' },
  { width: 360, colorScheme: 'light', rules: 'colours' },
]

const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Expects no accessibility violation and nothing wider than the window: wide and narrow, light and dark. The page is wide and light
 * again afterwards, so that a test can go on to the next state.
 *
 * @param forcedColors whether to check the page with forced colours as well.
 */
export async function expectAccessible({ forcedColors = false } = {}): Promise<void> {
  for (const { width, colorScheme, rules } of looks) {
    await page.viewport(width, 800)
    await commands.emulateMedia({ colorScheme })
    const look = `${width} pixels, ${colorScheme}`
    expectFitsWidth(look)
    expect(await findViolations(rules), look).toEqual([])
    if (!forcedColors) continue
    await commands.emulateMedia({ forcedColors: 'active' })
    expect(await findViolations('colours'), `${look}, forced colours`).toEqual([])
    await commands.emulateMedia({ forcedColors: 'none' })
  }
  await page.viewport(1280, 800)
  await commands.emulateMedia({ colorScheme: 'light' })
}

/** Expects no accessibility violation in the page as it looks now. */
export async function expectNoViolations(): Promise<void> {
  expect(await findViolations('all')).toEqual([])
}

/** Expects that nobody has to scroll sideways. */
export function expectFitsWidth(look = ''): void {
  const { scrollWidth, clientWidth } = document.documentElement
  const tooWide = scrollWidth > clientWidth ? elementsBeyond(clientWidth) : []
  expect({ scrollWidth, tooWide }, look).toEqual({ scrollWidth: clientWidth, tooWide: [] })
}

/** Runs axe on the whole page. The rules are axe's defaults: none of them is switched off. */
async function findViolations(rules: Look['rules']): Promise<string[]> {
  finishAnimations()
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules === 'colours' ? { runOnly: { type: 'rule', values: colourRules } } : {}),
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** Brings every animation to its end, because axe measures the colours of this moment. */
function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
    else animation.finish()
  }
}

function elementsBeyond(edge: number): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > edge)
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
}
