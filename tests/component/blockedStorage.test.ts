import { screen } from '@testing-library/dom'
import { beforeEach, expect, it, vi } from 'vitest'

import GalleryPage from '#src/demo/GalleryPage.vue'
import { rememberedTour, rememberTour, firstState } from '#src/demo/tour/tourState.ts'
import { mountWithBackend, openApp } from '#src/kit/vitest.ts'

import { click } from './userActions.ts'

// As in Firefox: reading the property throws. A message in the console would fail the test.
beforeEach(() => {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
  }
})

it('changes the theme without a stored choice', async () => {
  await openApp({ at: '/login' })
  await click('button', /^Appearance/)
  await click('menuitemradio', 'Dark')
  await screen.findByRole('button', { name: 'Appearance: dark' })
})

it('shows the gallery of scenarios, and a tour that a reload ends', async () => {
  await mountWithBackend(GalleryPage)
  expect(screen.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeVisible()
  expect(() => rememberTour(firstState('article'))).not.toThrow()
  expect(rememberedTour()).toBeUndefined()
})
