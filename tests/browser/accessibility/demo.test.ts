import { mount } from '@vue/test-utils'
import { expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'

import GalleryPage from '#src/demo/GalleryPage.vue'
import InvalidDemoLink from '#src/demo/InvalidDemoLink.vue'
import { DemoLinkError, type LinkProblem, parseLink } from '#src/mock/demo/demoLink.ts'

import { expectAccessible, expectNoViolations } from '../expectAccessible.ts'
import { openWithDemoPanel, panel } from '../support/openWithDemoPanel.ts'

const forcedColors = true

it('has no accessibility violations: scenario gallery', async () => {
  const { wrapper } = await openWithDemoPanel({ as: 'nobody', at: '/login' })
  const { $router: router } = wrapper.vm
  // As in src/main.ts.
  const meta = { open: true, standalone: true }
  router.addRoute({ path: '/demo', component: GalleryPage, meta })
  await router.push('/demo')
  await expect.element(page.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeVisible()
  await expectAccessible({ forcedColors })
})

it('has no accessibility violations: error about an invalid demo link', async () => {
  await openWithDemoPanel({ as: 'nobody', at: '/login' })
  const notice = document.createElement('div')
  document.querySelector('.skip-link')?.after(notice)
  const problems = problemsOf('demo=tokns&demo.fault=makeToken:503@1')
  const alert = mount(InvalidDemoLink, { attachTo: notice, props: { problems } })
  onTestFinished(() => {
    alert.unmount()
    notice.remove()
  })
  await page.getByText(/possible values/).click()
  await expectAccessible({ forcedColors })
})

it('has no accessibility violations: demo panel', async () => {
  await openWithDemoPanel({ scenario: 'flaky' }, { isOpen: true })
  const group = (name: string) => panel.getByRole('group', { name })
  await group('Faults').getByText('Add a fault').click()
  await expect.element(group('Recent requests')).toMatchTextContent('responds with 503')
  await expectAccessible({ forcedColors })
})

it('has no accessibility violations: button of the demo panel, with its note', async () => {
  await openWithDemoPanel({ scenario: 'empty' })
  await expect.element(page.getByText('Demo data. Keys are not real.')).toBeVisible()
  await expectAccessible({ forcedColors })
})

it('has no accessibility violations: demo panel beside the shipping application', async () => {
  await openWithDemoPanel({ scenario: 'tokens', at: '/apps/shipping' }, { isOpen: true })
  await expect.element(panel).toBeVisible()
  await expectNoViolations()
})

function problemsOf(link: string): readonly LinkProblem[] {
  try {
    parseLink(new URLSearchParams(link))
  } catch (error) {
    if (error instanceof DemoLinkError) return error.problems
    throw error
  }
  throw new Error(`Expected ${link} to be invalid.`)
}
