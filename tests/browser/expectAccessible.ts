import axe from 'axe-core'
import { expect } from 'vitest'
import { commands, page } from 'vitest/browser'

import { pseudoLanguages } from '../support/pseudoLanguages.ts'
import { expectNothingCutOff } from './expectNothingCutOff.ts'
import { expectTranslated } from './expectTranslated.ts'
import { inPseudoLanguage } from './support/inPseudoLanguage.ts'

interface Appearance {
  width: number
  colorScheme: 'light' | 'dark'
  rules: 'all' | 'colours' | 'structure'
}

/**
 * Only the rules about colours depend on the colour scheme, so they run for every combination. All rules run once for each
 * width.
 */
const appearances: readonly Appearance[] = [
  { width: 1280, colorScheme: 'light', rules: 'all' },
  { width: 1280, colorScheme: 'dark', rules: 'colours' },
  { width: 360, colorScheme: 'dark', rules: 'all' },
  { width: 360, colorScheme: 'light', rules: 'colours' },
]

const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Expects no accessibility violations and no horizontal scrolling, on a wide and a narrow page, in light and dark mode.
 * Afterwards it restores the wide, light page, so that a test can continue.
 *
 * @param forcedColors whether to check the page with forced colours too.
 */
export async function expectAccessible({ forcedColors = false } = {}): Promise<void> {
  for (const { width, colorScheme, rules } of appearances) {
    await page.viewport(width, 800)
    await commands.emulateMedia({ colorScheme })
    const label = `${width} pixels, ${colorScheme}`
    expectFitsWidth(label)
    if (rules === 'all') expectNothingCutOff(label)
    expect(await findViolations(rules), label).toEqual([])
    if (!forcedColors) continue
    await commands.emulateMedia({ forcedColors: 'active' })
    expect(await findViolations('colours'), `${label}, forced colours`).toEqual([])
    await commands.emulateMedia({ forcedColors: 'none' })
  }
  await page.viewport(1280, 800)
  await commands.emulateMedia({ colorScheme: 'light' })
  await expectInPseudoLanguages([360, 1280], async (label) => {
    expect.soft(await findViolations('structure'), label).toEqual([])
  })
  await page.viewport(1280, 800)
}

/** Expects of an English page, in each pseudo language, that no text is cut off, and that all texts are messages. */
async function expectInPseudoLanguages(
  widths: readonly number[],
  expectMore: (label: string) => Promise<void> = async () => undefined,
): Promise<void> {
  if (document.documentElement.lang !== 'en') return
  for (const language of pseudoLanguages) {
    await inPseudoLanguage(language, async () => {
      for (const width of widths) {
        if (width !== innerWidth) await page.viewport(width, 800)
        const label = `${language}, ${width} pixels`
        expectFitsWidth(label)
        expectNothingCutOff(label)
        if (language === 'en-XA') expectTranslated()
        await expectMore(label)
      }
    })
  }
}

/** Expects no accessibility violations in the current state of the page, and that it fits in pseudo languages. */
export async function expectNoViolations(): Promise<void> {
  expect(await findViolations('all')).toEqual([])
  await expectInPseudoLanguages([innerWidth])
}

/** Expects that the page does not scroll horizontally. */
export function expectFitsWidth(label = ''): void {
  const { scrollWidth, clientWidth } = document.documentElement
  const tooWide = scrollWidth > clientWidth ? elementsBeyond(clientWidth) : []
  expect.soft({ scrollWidth, tooWide }, label).toEqual({ scrollWidth: clientWidth, tooWide: [] })
}

/** Runs axe on the whole page, with all default rules. */
async function findViolations(rules: Appearance['rules']): Promise<string[]> {
  finishAnimations()
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules === 'colours' ? { runOnly: { type: 'rule', values: colourRules } } : {}),
    ...(rules === 'structure'
      ? { rules: Object.fromEntries(colourRules.map((id) => [id, { enabled: false }])) }
      : {}),
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** Finishes every animation, because axe measures the current colours. */
function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
    else animation.finish()
  }
}

/** Returns the elements that extend beyond this horizontal position. */
function elementsBeyond(edge: number): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > edge)
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
}
