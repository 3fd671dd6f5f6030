import { expect, it } from 'vitest'
import { commands } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

/** A value of a custom property is valid if one of the properties that use it accepts it. */
const users = ['color', 'width', 'position', 'box-shadow', 'font-family']

/** Returns the names of all custom properties that our style sheets declare for the page. */
function declaredNames(): string[] {
  const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules))
  const names = rules
    .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText === ':root')
    .flatMap((rule) => Array.from((rule as CSSStyleRule).style))
    .filter((name) => name.startsWith('--') && !name.startsWith('--v-'))
  return [...new Set(names)]
}

it.each(['light', 'dark'] as const)(
  'gives every custom property a value that a property accepts: %s',
  async (colorScheme) => {
    await commands.emulateMedia({ colorScheme })
    await openApp({ as: 'admin', at: '/settings/api-tokens' })
    const names = declaredNames()
    expect(names).toContain('--hover')
    const styles = getComputedStyle(document.documentElement)
    const broken = names.flatMap((name) => {
      const value = styles.getPropertyValue(name)
      return users.some((property) => CSS.supports(property, value)) ? [] : [`${name}: ${value}`]
    })
    expect(broken).toEqual([])
  },
)
