import type { RouteLocationNormalizedLoaded } from 'vue-router'

import '#src/locales/apiTokens.ts'
import '#src/locales/plan.ts'
import { isolate } from '#src/ui/isolate.ts'

import { allByRole, byRole, nameOf, textOf } from './byRole.ts'
import type { TourState } from './tourState.ts'
import { t } from './words.ts'

/** The pages that the tour distinguishes. `token` is the page of the token that was created in the tour. */
export type Place =
  'log-in' | 'list' | 'form' | 'key' | 'token' | 'other-token' | 'settings' | 'app' | 'outside'

/** A snapshot of the page: its place, and the elements that the tour needs, found by role and name. */
export type Page = ReturnType<typeof readPage>

const placesByRoute: Readonly<Record<string, Place>> = {
  'log-in': 'log-in',
  'token-list': 'list',
  'new-token': 'form',
  'token-key': 'key',
  settings: 'settings',
  users: 'settings',
  plan: 'settings',
  'shipping-app': 'outside',
}

/** Takes a snapshot of the current page. */
export function readPage(route: RouteLocationNormalizedLoaded, state: TourState) {
  const place = placeOf(route, state.tokenId)
  const main = document.querySelector('main') ?? document.body
  const navigation = byRole('navigation', t('app.mainNavigation'))
  const status = document.querySelector('[role=status]:not([data-tour] *)')
  const tokenLink = allByRole('link', undefined, main).find(
    (link) => state.tokenId !== undefined && pathEnd(link) === state.tokenId,
  )
  const tokenName = tokenLink && textOf(tokenLink)
  const actions =
    tokenName === undefined ? undefined : t('apiTokens.actionsFor', { name: isolate(tokenName) })

  const inMain = (role: Parameters<typeof byRole>[0], key: string) => byRole(role, t(key), main)

  return {
    place,
    /** The token id in the URL. */
    tokenId: typeof route.params.tokenId === 'string' ? route.params.tokenId : undefined,
    heading: byRole('heading', undefined, main),
    /** The status message of the page. */
    status: status ? textOf(status) : '',
    hasFocus: (element: Element | null | undefined) => !!element?.contains(document.activeElement),
    /** Whether focus is in the tour itself. */
    tourHasFocus: !!document.activeElement?.closest('[data-tour]'),

    logInAsAdmin: byRole(
      'button',
      t('session.demoAccount', {
        role: t('roles.admin'),
        plan: t('plans.professional'),
      }),
    ),
    /** Whether an Agent is logged in: only an Admin has the settings link in the navigation. */
    isAgent: !!navigation && !byRole('link', t('app.settings'), navigation),
    askForAccess: inMain('button', 'session.gate.request'),
    seePlans: inMain('link', 'session.gate.seePlans'),
    moveUp: byRole('button', t('plan.move', { plan: t('plans.professional') }), main),

    firstTicket: firstLinkInTable('app.tickets'),
    settings: navigation && byRole('link', t('app.settings'), navigation),
    apiTokens:
      byRole('link', t('app.sections.apiTokens'), findSettingsNavigation()) ??
      inMain('link', 'app.sections.apiTokens'),
    sections: inMain('button', 'app.openSettingsMenu'),

    add: inMain('link', 'apiTokens.add'),
    name: inMain('textbox', 'apiTokens.form.name'),
    description: inMain('textbox', 'apiTokens.form.description'),
    level: inMain('radiogroup', 'apiTokens.form.level'),
    features: inMain('radiogroup', 'apiTokens.features.sales_orders'),
    generate: inMain('button', 'apiTokens.form.submit'),
    /** Whether a field is invalid. */
    hasErrors: !!main.querySelector('[aria-invalid=true]'),

    copy: inMain('button', 'apiTokens.key.copy'),
    copied: inMain('button', 'apiTokens.key.copiedButton'),
    return: inMain('button', 'apiTokens.key.return'),

    /** Whether the list has loaded, with tokens or empty. */
    listIsThere:
      !!inMain('table', 'apiTokens.table') || !!inMain('heading', 'apiTokens.empty.title'),
    tokenLink,
    ellipsis: actions === undefined ? undefined : byRole('button', actions, main),
    menu: actions === undefined ? undefined : byRole('menu', actions),
    save: inMain('button', 'apiTokens.details.save'),
    access: inMain('heading', 'apiTokens.details.access'),
    back: inMain('link', 'apiTokens.back'),
    confirm: findDeleteButton(state),
  }
}

function placeOf({ name, params }: RouteLocationNormalizedLoaded, tokenId?: string): Place {
  if (name === 'token') return params.tokenId === tokenId ? 'token' : 'other-token'
  return placesByRoute[String(name)] ?? 'app'
}

function pathEnd(link: HTMLElement): string | undefined {
  return link.getAttribute('href')?.split('/').at(-1)
}

function firstLinkInTable(name: string): HTMLElement | undefined {
  const table = byRole('table', t(name))
  return table && byRole('link', undefined, table)
}

/** Finds the navigation of the settings, in the sidebar or the drawer. */
function findSettingsNavigation(): HTMLElement | undefined {
  return byRole('navigation', t('app.settings'))
}

/** Finds the delete button in the confirmation dialog. */
function findDeleteButton({ tokenName = '' }: TourState): HTMLElement | undefined {
  const title = t('apiTokens.deletion.title', { name: isolate(tokenName) })
  const dialog = byRole('dialog', title)
  return dialog && byRole('button', t('apiTokens.deletion.confirm'), dialog)
}

/** Returns the access level selected in the form. */
export function chosenLevel({ level }: Page): string | undefined {
  const chosen = level && allByRole('radio', undefined, level).find(isChecked)
  return chosen && nameOf(chosen)
}

/** Whether the form gives access to at least one feature. */
export function someFeatureIsOpen(page: Page): boolean {
  const group = page.features?.closest('fieldset')
  if (!group) return false
  const groups = allByRole('radiogroup', undefined, group).filter((each) => each !== page.level)
  return groups.some((each) => {
    const chosen = allByRole('radio', undefined, each).find(isChecked)
    return !!chosen && nameOf(chosen) !== t('apiTokens.permissions.no_access')
  })
}

function isChecked(radio: HTMLElement): boolean {
  return radio instanceof HTMLInputElement && radio.checked
}
