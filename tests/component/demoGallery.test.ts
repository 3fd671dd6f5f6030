import { screen, within } from '@testing-library/dom'
import { mount } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'

import GalleryPage from '#src/demo/GalleryPage.vue'
import InvalidDemoLink from '#src/demo/InvalidDemoLink.vue'
import { parseLink } from '#src/mock/demo/demoLink.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'

import { mountComponent } from './mountComponent.ts'
import { user } from './userActions.ts'

it('the gallery has one link for each scenario, to the page where it opens', () => {
  mountComponent(GalleryPage)
  expect(screen.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeVisible()
  const links = screen.getAllByRole('listitem').map((item) => {
    const { pathname, searchParams } = new URL(
      within(item).getByRole<HTMLAnchorElement>('link').href,
    )
    return { pathname, link: parseLink(searchParams), words: item.textContent }
  })
  const names = links.map(({ link }) => link.scenario)
  expect(names.toSorted()).toEqual(scenarioNames.toSorted())
  const byName = Object.fromEntries(links.map((each) => [each.link.scenario, each]))
  expect(byName.empty?.link).toEqual({ scenario: 'empty', as: 'admin' })
  expect(byName.empty?.pathname).toBe('/')
  expect(byName['storage-full']?.pathname).toBe('/settings/api-tokens/new')
  expect(byName['agent-asks']?.words).toContain('as Agent')
  expect(byName.starter?.words).toContain('as Admin, Starter plan')
})

it('the gallery says that keys are not secret, and has a working example link with a time and a fault', () => {
  mountComponent(GalleryPage)
  expect(screen.getByText(/The keys of a demo are not secret/)).toBeVisible()
  const example = screen.getByRole<HTMLAnchorElement>('link', { name: /demo\.fault=/ })
  expect(parseLink(new URL(example.href).searchParams)).toMatchObject({
    now: '2026-12-31T23:59:50.000Z',
    faults: [{ operation: 'createToken', what: 503, when: { nth: 1 } }],
  })
})

it('an invalid link shows its invalid parameters with the possible values, until the alert is dismissed', async () => {
  const onDismissed = vi.fn()
  const many = Array.from({ length: 40 }, (_, number) => `operation${number}`)
  const alert = mount(InvalidDemoLink, {
    attachTo: document.body,
    props: {
      problems: [
        { key: 'demo.as', value: 'boss', allowed: ['admin', 'agent', 'nobody'] },
        { key: 'demo.fault', value: 'x:503@1', allowed: many },
      ],
      onDismissed,
    },
  })
  onTestFinished(() => alert.unmount())
  const shown = screen.getByRole('alert')
  expect(shown).toHaveTextContent('demo.as=boss')
  expect(shown).toHaveTextContent('demo.fault=x:503@1')
  for (const word of ['admin', 'agent', 'nobody', 'operation39']) {
    expect(within(shown).getByText(word)).toBeInTheDocument()
  }
  expect(within(shown).getByText('40 possible values').tagName).toBe('SUMMARY')
  expect(within(shown).getByRole('link', { name: 'All scenarios' })).toBeVisible()
  await user.click(within(shown).getByRole('button', { name: 'Dismiss' }))
  expect(onDismissed).toHaveBeenCalledOnce()
})
