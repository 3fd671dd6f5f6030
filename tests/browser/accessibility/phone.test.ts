import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectNoViolations } from '../expectAccessible.ts'

it('shows the sections of the settings in a row on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ as: 'admin', at: '/settings/api-tokens' })
  const sections = page.getByRole('navigation', { name: 'Settings' })
  const links = sections.getByRole('link')
  await expect
    .poll(() => links.elements().map(({ textContent }) => textContent.trim()))
    .toEqual(['API Tokens', 'Users', 'Plan'])
  const tops = links.elements().map((link) => link.getBoundingClientRect().top)
  expect(new Set(tops).size).toBe(1)
  await expectNoViolations()
  await links.getByText('Plan').click()
  await expect.element(page.getByRole('heading', { level: 1, name: 'Plan' })).toHaveFocus()
})

it('has touch targets of at least 24 by 24 pixels on a phone', async () => {
  await page.viewport(360, 740)
  const { backend, wrapper } = await openApp({ as: 'admin', at: '/settings' })
  await backend.addToken({ access: 'Custom', features: { Tickets: 'Read Only' } })
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
