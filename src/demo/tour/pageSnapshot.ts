import type { RouteLocationNormalizedLoaded } from 'vue-router'

import { isolate } from '#src/ui/lib/isolate.ts'

import { findAllByRole, findByRole, accessibleName, textOf } from './domQueries.ts'
import type { TourState } from './tourState.ts'
import { t } from './messages.ts'

/** The pages that the tour distinguishes. `token` is the page of the token that was created in the tour. */
export type Place =
  | 'log-in'
  | 'list'
  | 'form'
  | 'key'
  | 'token'
  | 'other-token'
  | 'found'
  | 'replace'
  | 'settings'
  | 'app'
  | 'outside'

/** A snapshot of the page: its place, and the elements that the tour needs, found by role and name. */
export type PageSnapshot = ReturnType<typeof takeSnapshot>

const placesByRoute: Readonly<Record<string, Place>> = {
  'log-in': 'log-in',
  'token-list': 'list',
  'new-token': 'form',
  'token-key': 'key',
  'leaked-keys': 'found',
  'replace-token': 'replace',
  settings: 'settings',
  users: 'settings',
  plan: 'settings',
  'shipping-app': 'outside',
}

/** Takes a snapshot of the current page. */
export function takeSnapshot(route: RouteLocationNormalizedLoaded, state: TourState) {
  const place = placeOf(route, state.tokenId)
  const main = document.querySelector('main') ?? document.body
  const navigation = findByRole('navigation', t('app.mainNavigation'))
  const status = document.querySelector('[role=status]:not([data-tour] *)')
  const tokenLink = findAllByRole('link', undefined, main).find(
    (link) => state.tokenId !== undefined && pathEnd(link) === state.tokenId,
  )
  const tokenName = tokenLink && textOf(tokenLink)
  const actions =
    tokenName === undefined ? undefined : t('apiTokens.actionsFor', { name: isolate(tokenName) })

  const inMain = (role: Parameters<typeof findByRole>[0], key: string) =>
    findByRole(role, t(key), main)

  return {
    place,
    /** The token id in the URL. */
    tokenId: typeof route.params.tokenId === 'string' ? route.params.tokenId : undefined,
    heading: findByRole('heading', undefined, main),
    /** The status message of the page. */
    status: status ? textOf(status) : '',
    hasFocus: (element: Element | null | undefined) => !!element?.contains(document.activeElement),
    /** Whether focus is in the tour itself. */
    tourHasFocus: !!document.activeElement?.closest('[data-tour]'),

    logInAsAdmin: findByRole(
      'button',
      t('logIn.demoAccount', {
        role: t('roles.admin'),
        plan: t('plans.professional'),
      }),
    ),
    /** Whether an Agent is logged in: only an Admin has the settings link in the navigation. */
    isAgent: !!navigation && !findByRole('link', t('app.settings'), navigation),
    askForAccess: inMain('button', 'app.requestAccess'),
    seePlans: inMain('link', 'accessGate.seePlans'),
    upgradePlan: findByRole('button', t('plan.move', { plan: t('plans.professional') }), main),

    firstTicket: firstLinkInTable('app.tickets'),
    settings: navigation && findByRole('link', t('app.settings'), navigation),
    apiTokens:
      findByRole('link', t('app.sections.apiTokens'), findSettingsNavigation()) ??
      inMain('link', 'app.sections.apiTokens'),

    add: inMain('link', 'tokenList.add'),
    name: inMain('textbox', 'tokenForm.name'),
    description: inMain('textbox', 'tokenForm.description'),
    level: inMain('radiogroup', 'tokenForm.level'),
    features: inMain('radiogroup', 'apiTokens.features.sales_orders'),
    generate: inMain('button', 'tokenForm.submit'),
    /** Whether a field is invalid. */
    hasErrors: !!main.querySelector('[aria-invalid=true]'),

    copy: inMain('button', 'tokenKey.copy'),
    copied: inMain('button', 'tokenKey.copiedButton'),
    return: inMain('button', 'tokenKey.return'),

    foundText: inMain('textbox', 'leakedKeys.label'),
    lookForKeys: inMain('button', 'leakedKeys.search'),
    /** The link to the replacement of a found token. */
    replaceFound: place === 'found' ? inMain('link', 'lifecycle.replace') : undefined,
    generateKey: inMain('button', 'replacement.submit'),

    /** Whether the list has loaded, with tokens or empty. */
    listLoaded:
      !!inMain('table', 'tokenList.table') || !!inMain('heading', 'tokenList.empty.title'),
    tokenLink,
    actionsButton: actions === undefined ? undefined : findByRole('button', actions, main),
    menu: actions === undefined ? undefined : findByRole('menu', actions),
    edit: inMain('button', 'tokenDetails.edit'),
    save: inMain('button', 'tokenDetails.save'),
    access: inMain('heading', 'tokenDetails.access'),
    back: inMain('link', 'apiTokens.back'),
    confirmDelete: findDeleteButton(state),
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
  const table = findByRole('table', t(name))
  return table && findByRole('link', undefined, table)
}

/** Finds the navigation of the settings, in the sidebar or the drawer. */
function findSettingsNavigation(): HTMLElement | undefined {
  return findByRole('navigation', t('app.settings'))
}

/** Finds the delete button in the confirmation dialog. */
function findDeleteButton({ tokenName = '' }: TourState): HTMLElement | undefined {
  const title = t('lifecycle.deletion.title', { name: isolate(tokenName) })
  const dialog = findByRole('dialog', title)
  return dialog && findByRole('button', t('lifecycle.deletion.confirm'), dialog)
}

/** Returns the access level selected in the form. */
export function chosenLevel({ level }: PageSnapshot): string | undefined {
  const chosen = level && findAllByRole('radio', undefined, level).find(isChecked)
  return chosen && accessibleName(chosen)
}

/** Whether the form gives access to at least one feature. */
export function hasFeatureAccess(page: PageSnapshot): boolean {
  const group = page.features?.closest('fieldset')
  if (!group) return false
  const groups = findAllByRole('radiogroup', undefined, group).filter((each) => each !== page.level)
  return groups.some((each) => {
    const chosen = findAllByRole('radio', undefined, each).find(isChecked)
    return !!chosen && accessibleName(chosen) !== t('apiTokens.permissions.no_access')
  })
}

function isChecked(radio: HTMLElement): boolean {
  return radio instanceof HTMLInputElement && radio.checked
}
