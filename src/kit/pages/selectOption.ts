import type { Locator } from '@playwright/test'

import { find } from './find.ts'

/**
 * Chooses an option of a select by its label.
 *
 * @param name the name of the select, for the error.
 * @throws Error that lists the options, if it has no such option.
 */
export async function selectOption(select: Locator, name: string, label: string): Promise<void> {
  await find(select, `field "${name}"`)
  const options = select.locator('option')
  const escaped = label.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  const option = options.filter({ hasText: new RegExp(String.raw`^\s*${escaped}\s*$`) })
  await find(option, `option "${label}" of "${name}"`, options)
  await select.selectOption({ label })
}
