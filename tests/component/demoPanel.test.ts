import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { mount } from '@vue/test-utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import DemoDock from '#src/demo/DemoDock.vue'
import { createDemoPanelStore, demoPanelKey } from '#src/demo/demoPanelStore.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'
import { showLanguage } from '#src/ui/lib/language.ts'
import { showToast, toastMessage } from '#src/ui/lib/toast.ts'

import { openBrowser } from '../support/simulatedBrowser.ts'
import { click, fill, user } from './userActions.ts'

const page = { render: () => null }

/** Mounts the button of the demo panel beside an empty page, with its own demo. */
async function openEdge(link: string, overrides: Partial<DemoControl> = {}) {
  const tab = await openBrowser().openTab(link)
  const control = { ...tab.control, ...overrides }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/settings/api-tokens'].map((path) => ({ path, component: page })),
  })
  await router.push('/')
  const store = createDemoPanelStore(
    {
      control,
      router,
      forgetPages: () => undefined,
      refetchSession: () => Promise.resolve(),
    },
    await control.state(),
  )
  const edge = mount(DemoDock, {
    attachTo: document.body,
    global: { provide: { [demoPanelKey]: store } },
  })
  onTestFinished(() => {
    edge.unmount()
    showToast('')
  })
  return {
    ...tab,
    control,
    router,
    unmount: () => {
      edge.unmount()
    },
  }
}

const handle = () => screen.getByRole('button', { name: 'Demo panel' })

async function openPanel(): Promise<HTMLElement> {
  await user.click(handle())
  return screen.findByRole('complementary', { name: 'Demo panel' })
}

function group(name: string) {
  return within(screen.getByRole('group', { name }))
}

function choose(field: HTMLElement, label: string): void {
  const option = within(field).getByRole<HTMLOptionElement>('option', { name: label })
  fireEvent.change(field, { target: { value: option.value } })
}

describe('the button of the demo panel', () => {
  it('is the only visible part while the panel is closed', async () => {
    await openEdge('')
    expect(handle()).toHaveAttribute('aria-expanded', 'false')
    expect(handle()).toHaveAttribute('aria-keyshortcuts', 'Control+Alt+D')
    expect(screen.getAllByRole('button')).toEqual([handle()])
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    expect(screen.queryByText(/not real/)).not.toBeInTheDocument()
  })

  it('has a note that keys are not real, if they are generated from a seed', async () => {
    await openEdge('demo=tokens')
    expect(screen.getByText('Demo data. Keys are not real.')).toBeVisible()
  })

  it('floats over the page until a visit after the panel was opened', async () => {
    localStorage.clear()
    onTestFinished(() => localStorage.clear())
    const floating = 'demo-dock__handle--floating'
    const { unmount } = await openEdge('demo=tokens')
    expect(handle()).toHaveClass(floating)
    await openPanel()
    expect(handle(), 'it does not move under the mouse').toHaveClass(floating)
    unmount()
    await openEdge('demo=tokens')
    expect(handle()).toBeVisible()
    expect(handle()).not.toHaveClass(floating)
  })

  it('says that the scenario blocks the network, and clears the fault', async () => {
    const { control } = await openEdge('demo=offline')
    expect(screen.getByText(/This scenario blocks the network/)).toBeVisible()
    await click('button', 'Clear the fault')
    await waitFor(() => expect(toastMessage.value).toContain('The network works again'))
    expect((await control.state()).faults).toEqual([])
    expect(screen.queryByText(/blocks the network/)).not.toBeInTheDocument()
  })

  it('opens the panel and moves the focus there; Escape closes it; the tab remembers both', async () => {
    const { control } = await openEdge('demo=tokens')
    await openPanel()
    expect(screen.getByRole('heading', { name: 'Demo panel' })).toHaveFocus()
    await waitFor(async () => expect((await control.state()).panel).toBe(true))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(handle()).toHaveFocus())
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    await waitFor(async () => expect((await control.state()).panel).toBe(false))
  })

  it('has the shortcut Ctrl+Alt+D, but does not react to AltGr+D, which types a letter', async () => {
    await openEdge('demo=tokens')
    const keys = { code: 'KeyD', ctrlKey: true, altKey: true }
    fireEvent.keyDown(document.body, { ...keys, modifierAltGraph: true })
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    fireEvent.keyDown(document.body, keys)
    await screen.findByRole('complementary', { name: 'Demo panel' })
  })

  it('does not take the focus if the link opens the panel', async () => {
    await openEdge('demo=tokens&demo.panel=open')
    expect(screen.getByRole('complementary', { name: 'Demo panel' })).toBeVisible()
    expect(document.body).toHaveFocus()
  })
})

describe('the demo panel', () => {
  it('shows the scenario and the people, and logs in as another person', async () => {
    const { control } = await openEdge('demo=tokens&demo.panel=open')
    const scenario = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Scenario' })
    expect(scenario.value).toBe('tokens')
    expect(within(scenario).getAllByRole('option')).toHaveLength(scenarioNames.length + 1)
    const as = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Log in as' })
    await within(as).findByRole('option', { name: 'Admin – Robin Field' })
    expect(as.value).toBe('admin')
    choose(as, 'Agent – Sam Rivera')
    await waitFor(() => expect(toastMessage.value).toBe('You are now logged in as Sam Rivera.'))
    expect((await control.state()).as).toBe('agent@example.com')
    choose(as, 'Nobody')
    await waitFor(() => expect(toastMessage.value).toBe('Nobody is logged in now.'))
  })

  it('names the roles of people in the language of the page', async () => {
    await openEdge('demo=tokens&demo.panel=open')
    const person = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Log in as' })
    await waitFor(() => expect(person.options[0]?.text).toContain('Admin'))
    onTestFinished(() => showLanguage('en'))
    await showLanguage('ar')
    await waitFor(() => expect(person.options[0]?.text).toContain('مسؤول'))
  })

  it('has no scenario selected without a demo link', async () => {
    await openEdge('')
    await openPanel()
    const scenario = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Scenario' })
    expect(scenario.selectedOptions[0]?.text).toBe('None: real time and randomness')
    expect(group('Clock').getByText('the real time')).toBeVisible()
  })

  it('shows the clock, and moves it forward', async () => {
    const { control } = await openEdge('demo=tokens&demo.panel=open')
    const clock = group('Clock')
    expect(clock.getByText('Tue, 24 Nov 2026, 09:00 UTC')).toBeVisible()
    expect(clock.getByText('the scenario’s clock')).toBeVisible()
    await user.click(clock.getByRole('button', { name: 'Forward an hour' }))
    await clock.findByText('Tue, 24 Nov 2026, 10:00 UTC')
    expect(clock.getByText('this tab’s own clock')).toBeVisible()
    await fill(clock.getByLabelText('Time (UTC)'), '2026-12-31T23:59')
    await user.click(clock.getByRole('button', { name: 'Set' }))
    await clock.findByText('Thu, 31 Dec 2026, 23:59 UTC')
    expect((await control.state()).now).toBe('2026-12-31T23:59:00.000Z')
    await fill(clock.getByLabelText('Time (UTC)'), '')
    await user.click(clock.getByRole('button', { name: 'Set' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Enter a date and a time first.')
  })

  it('describes the faults, adds one, and clears them', async () => {
    const { control } = await openEdge('demo=flaky&demo.panel=open')
    const faults = group('Faults')
    const words = faults.getAllByRole('listitem').map(({ firstChild }) => firstChild?.textContent)
    expect(words).toEqual([
      'listTokens: responds with 503, on the first call',
      'getToken: responds with 500, every 3 calls',
      'createToken: succeeds, but its response is lost, on the first call',
    ])
    await user.click(faults.getByRole('button', { name: `Clear: ${words[0] ?? ''}` }))
    await waitFor(() => expect(faults.getAllByRole('listitem')).toHaveLength(2))
    choose(faults.getByRole('combobox', { name: 'Operation' }), 'every operation')
    choose(faults.getByRole('combobox', { name: 'Fault' }), 'never responds')
    choose(faults.getByRole('combobox', { name: 'When' }), 'at random')
    await fill(await faults.findByRole('spinbutton', { name: 'Percent' }), '101')
    await user.click(faults.getByRole('button', { name: 'Add fault' }))
    expect(await faults.findByRole('alert')).toHaveTextContent('*:never@chance-101')
    await fill(faults.getByRole('spinbutton', { name: 'Percent' }), '10')
    await user.click(faults.getByRole('button', { name: 'Add fault' }))
    await faults.findByText('every operation: never responds, on 10 % of the calls')
    await user.click(faults.getByRole('button', { name: 'Clear all faults' }))
    await faults.findByText('No faults are active.')
    expect((await control.state()).faults).toEqual([])
    await waitFor(() => expect(faults.getByRole('heading', { name: 'Faults' })).toHaveFocus())
  })

  it('lists the last requests with the person, the result, the reason, and the injected fault', async () => {
    const { request } = await openEdge('demo=tokens&demo.as=agent&demo.fault=getSession:500@1')
    await request('GET', '/api/session')
    await request('GET', '/api/tokens')
    await openPanel()
    const requests = group('Recent requests')
    const items = await requests.findAllByRole('listitem')
    expect(items.map(({ textContent }) => textContent.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^ ?#2 ?listTokens ?403 ?Sam Rivera · .*Admin/),
      expect.stringMatching(
        /^ ?#1 ?getSession ?500 ?The backend did not carry out.*Fault getSession: responds with 500/,
      ),
    ])
  })

  it('lists violations of the contract', async () => {
    const { control } = await openEdge('demo=tokens&demo.as=admin')
    const mismatch = { detail: 'limit has to be a number', in: 'request' as const }
    const { exchanges } = control
    control.exchanges = async () =>
      (await exchanges()).map((exchange) => ({ ...exchange, mismatches: [mismatch] }))
    await control.send({ as: 'admin', method: 'GET', path: '/api/tokens' })
    await openPanel()
    const requests = group('Recent requests')
    await requests.findByText('Violates the contract')
    expect(requests.getByText('Request: limit has to be a number')).toBeVisible()
  })

  it('explains what the demo rejects', async () => {
    await openEdge('demo=tokens&demo.panel=open', {
      setView: () => Promise.reject(new Error('The machine is asleep.')),
    })
    await user.click(group('Clock').getByRole('button', { name: 'Forward a day' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The action failed. The machine is asleep.')
  })

  it('resets the world, and opens the page where the scenario starts', async () => {
    const { control, request, router, addToken, tokenNames } = await openEdge('demo=tokens')
    await addToken('Mine')
    await openPanel()
    await click('button', 'Reset')
    await waitFor(() => expect(toastMessage.value).toBe('The scenario is back at its start.'))
    expect(await tokenNames()).toHaveLength(12)
    expect(router.currentRoute.value.path).toBe('/settings/api-tokens')
    expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus()
    expect((await control.state()).scenario).toBe('tokens')
    expect((await request('GET', '/api/session')).status).toBe(200)
  })

  it('resets nothing if the page cancels the navigation', async () => {
    const reset = vi.fn()
    const { router } = await openEdge('demo=tokens', { reset })
    await openPanel()
    router.beforeEach(() => false)
    await click('button', 'Reset')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus())
    expect(reset).not.toHaveBeenCalled()
    expect(router.currentRoute.value.path).toBe('/')
  })
})
