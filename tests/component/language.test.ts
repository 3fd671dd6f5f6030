import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, h } from 'vue'

import { announceChange } from '#src/api/changeNotifications.ts'
import { mountInLanguage } from '#src/app/mountInLanguage.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { i18n } from '#src/locales/i18n.ts'
import { initialLanguage, showLanguage } from '#src/ui/lib/language.ts'

import { click, fill, user } from './userActions.ts'

beforeEach(() => {
  localStorage.removeItem('edesk.language')
  sessionStorage.removeItem('edesk.language')
  initialLanguage(undefined)
})

const html = () => [document.documentElement.lang, document.documentElement.dir]

async function chooseIn(container: HTMLElement, name: string, language: string): Promise<void> {
  await user.selectOptions(within(container).getByRole('combobox', { name }), language)
}

async function openAccountMenu(name: RegExp): Promise<HTMLElement> {
  await click('button', name)
  const menu = await screen.findByRole('menu', { name })
  const panel = menu.parentElement
  if (!panel) throw new Error('The menu is in no panel')
  return panel
}

describe('the choice of a language', () => {
  it('on the log-in page shows each language by its own name, and keeps what the user has typed', async () => {
    await openApp({ at: '/login' })
    const field = await screen.findByRole('combobox', { name: 'Language' })
    const options = within(field).getAllByRole('option')
    expect(options.map(({ textContent, lang }) => [lang, textContent.trim()])).toContainEqual([
      'ja',
      '日本語',
    ])
    await fill('Email', 'admin@example.com')
    await user.selectOptions(field, 'Deutsch')
    await screen.findByRole('heading', { level: 1, name: 'Bei eDesk anmelden' })
    expect(screen.getByRole('textbox', { name: 'E-Mail' })).toHaveValue('admin@example.com')
    expect(html()).toEqual(['de', 'ltr'])
    expect(document.title).toContain('Bei eDesk anmelden')
    expect(field).toHaveFocus()
    expect(localStorage.getItem('edesk.language')).toBe('de')
  })

  it('in the account menu is kept for the person, and writes from right to left where it has to', async () => {
    const { backend } = await startBackend({ as: 'admin' })
    await openApp({ at: '/settings/users' })
    await chooseIn(await openAccountMenu(/^Account of/), 'Language', 'ar')
    await waitFor(() => expect(html()).toEqual(['ar', 'rtl']))
    const admin = backend.as('admin')
    await expect
      .poll(async () => (await admin('GET', '/api/session')).body)
      .toMatchObject({ session: { language: 'ar' } })
    expect(screen.queryByRole('heading', { name: 'Users' })).not.toBeInTheDocument()
    // The menu stays open.
    expect(screen.getByRole('combobox')).toHaveValue('ar')
  })

  it('is reached with the Tab key from the items of the menu, and left with Escape', async () => {
    await openApp({ at: '/settings/users', as: 'admin' })
    await openAccountMenu(/^Account of/)
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Log out' })).toHaveFocus())
    await user.tab()
    const field = screen.getByRole('combobox', { name: 'Language' })
    expect(field).toHaveFocus()
    await user.tab({ shift: true })
    expect(screen.getByRole('menuitem', { name: 'Log out' })).toHaveFocus()
    await user.tab()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
    expect(screen.getByRole('button', { name: /^Account of/ })).toHaveFocus()
  })

  it('closes the menu when the Tab key leaves it', async () => {
    await openApp({ at: '/settings/users', as: 'admin' })
    await openAccountMenu(/^Account of/)
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Log out' })).toHaveFocus())
    await user.tab()
    await user.tab()
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
  })

  it('is shown even if it cannot be saved, and the page says so', async () => {
    const { backend } = await startBackend({ as: 'admin' })
    backend.network.use(http.put('*/api/session/language', () => HttpResponse.error()))
    await openApp({ at: '/settings/users' })
    await chooseIn(await openAccountMenu(/^Account of/), 'Language', 'de')
    await screen.findByRole('dialog', { name: 'Ihre Sprache wurde nicht gespeichert' })
    expect(html()).toEqual(['de', 'ltr'])
  })

  it('of a person follows in another tab, but not against the link of a demo', async () => {
    const { backend } = await startBackend({ as: 'admin' })
    await openApp({ at: '/settings/users' })
    const elsewhere = backend.as('admin')
    await elsewhere('PUT', '/api/session/language', { body: { language: 'fr' } })
    announceChange()
    await screen.findByRole('heading', { level: 1, name: 'Utilisateurs' })
    await waitFor(() => expect(initialLanguage(undefined)).toBe('fr'))
    expect(initialLanguage('de')).toBe('de')
    expect(initialLanguage(undefined)).toBe('de')
    await elsewhere('PUT', '/api/session/language', { body: { language: 'it' } })
    announceChange()
    await screen.findByRole('heading', { level: 1, name: 'Utilisateurs' })
    expect(html()).toEqual(['fr', 'ltr'])
  })
})

describe('the language of a new page', () => {
  it.each<[string, string | undefined, string, string]>([
    ['is that of the link', 'demo.lang=de', 'fr', 'de'],
    ['is that of an earlier link in this tab', undefined, 'fr', 'pl'],
    ['is not that of an earlier link if there is another one', 'demo=tokens', 'fr', 'fr'],
    ['is English if the link names none that the application speaks', 'demo.lang=xx', '', 'en'],
  ])('%s', async (_, link, chosen, expected) => {
    if (chosen !== '') localStorage.setItem('edesk.language', chosen)
    sessionStorage.setItem('edesk.language', 'pl')
    const container = document.createElement('div')
    container.id = 'app'
    document.body.append(container)
    const app = createApp(() => h('p', i18n.global.locale.value))
    mountInLanguage(app, link === undefined ? undefined : new URLSearchParams(link))
    await waitFor(() => expect(container.textContent).toBe(expected))
    app.unmount()
    container.remove()
    await showLanguage('en')
  })
})
