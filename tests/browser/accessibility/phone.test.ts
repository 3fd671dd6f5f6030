import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'
import { expectNoViolations } from '../expectAccessible.ts'

it('shows the sections of the settings in a drawer on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ as: 'admin', at: '/settings/api-tokens' })
  await page.getByRole('button', { name: 'Sections of the settings' }).click()
  const drawer = page.getByRole('dialog', { name: 'Settings' })
  await expect.element(drawer).toBeVisible()
  await expectNoViolations()
  await drawer.getByRole('link', { name: 'Plan' }).click()
  await expect.element(page.getByRole('heading', { level: 1, name: 'Plan' })).toHaveFocus()
  await expect.poll(() => drawer.query()).toBeNull()
})

it('has touch targets of at least 24 by 24 pixels on a phone', async () => {
  await page.viewport(360, 740)
  const { backend, wrapper } = await openApp({ as: 'admin', at: '/settings' })
  await backend.addToken({ access: 'Custom' })
  await wrapper.vm.$router.push('/settings/api-tokens')
  await expect
    .element(page.getByRole('table', { name: 'API Tokens' }).getByRole('link'))
    .toBeVisible()
  expect(smallTargets()).toEqual([])
  await page.getByRole('link', { name: 'Add a token' }).click()
  await page.getByRole('radio', { name: 'Custom' }).click()
  await expect.element(page.getByRole('radiogroup', { name: 'Tickets' })).toBeVisible()
  expect(smallTargets()).toEqual([])
})

/** Returns the touch targets that are smaller than 24 by 24 pixels. */
function smallTargets(): string[] {
  return [...document.querySelectorAll('button, input, main a:not(p a)')].flatMap((element) => {
    // The label around a radio button or a checkbox is part of its target.
    const target = element.matches('[type=radio], label [type=checkbox]')
      ? (element.closest('label') ?? element.parentElement ?? element)
      : element
    const { width, height } = target.getBoundingClientRect()
    return width > 0 && (width < 24 || height < 24)
      ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
      : []
  })
}
