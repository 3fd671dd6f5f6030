import { valueOf } from './domQueries.ts'
import { chosenLevel, type PageSnapshot, type Place, hasFeatureAccess } from './pageSnapshot.ts'
import type { Part, StepName } from './stepNames.ts'
import type { TourState } from './tourState.ts'
import { t } from './messages.ts'

export interface Step {
  part: Part
  /** The places of the step. Any place if omitted. */
  places?: readonly Place[]
  /** The step to switch to when the user is at another place. Without one, the tour offers a way back. */
  stepByPlace?: Partial<Record<Place, StepName>>
  /** The element to point at. */
  target?(page: PageSnapshot): HTMLElement | undefined
  /** Whether the step is done. Then the tour continues by itself. */
  done?(page: PageSnapshot, state: TourState): boolean
  /** The step needs no action: "Next" is available from the start. */
  optional?: true
  /** Whether "Next" is available. The task is done, but the user may still be working on it. */
  canContinue?(page: PageSnapshot, state: TourState): boolean
  /** Whether the step does not apply, and is skipped. */
  isSkipped?(page: PageSnapshot): boolean
}

const inSettings: readonly Place[] = ['settings', 'list', 'form', 'key', 'token', 'other-token']

/** Steps in the form. The user may have gone on to the key page, or back. */
const onForm = {
  places: ['form'],
  stepByPlace: { key: 'copy', list: 'add', settings: 'apiTokens', app: 'settings' },
} satisfies Partial<Step>
/** Steps on the key page. After leaving it, the key is gone, but the token exists. */
const onKey = {
  places: ['key'],
  stepByPlace: { list: 'open', token: 'open', settings: 'open', app: 'open' },
} satisfies Partial<Step>
/** Steps on the key page of a replacement. After leaving it, the tour has nothing more to show. */
const onNewKey = {
  places: ['key'],
  stepByPlace: {
    list: 'leakedKeyEnd',
    token: 'leakedKeyEnd',
    'other-token': 'leakedKeyEnd',
    found: 'leakedKeyEnd',
    settings: 'leakedKeyEnd',
    app: 'leakedKeyEnd',
  },
} satisfies Partial<Step>
const onToken = { places: ['token'], stepByPlace: { list: 'open' } } satisfies Partial<Step>

export const steps: Readonly<Record<StepName, Step>> = {
  welcome: { part: 'start', optional: true },
  what: { part: 'what', target: (page) => page.firstTicket, optional: true },
  types: { part: 'types', optional: true },

  settings: {
    part: 'get',
    places: ['app'],
    target: (page) => page.settings,
    done: ({ place }) => inSettings.includes(place),
  },
  apiTokens: {
    part: 'get',
    places: ['settings'],
    stepByPlace: { app: 'settings' },
    target: (page) => page.apiTokens,
    done: ({ place }) => place !== 'settings' && inSettings.includes(place),
  },
  add: {
    part: 'get',
    places: ['list'],
    stepByPlace: { settings: 'apiTokens', app: 'settings' },
    target: (page) => page.add,
    done: ({ place }) => place === 'form',
  },
  name: {
    part: 'get',
    ...onForm,
    target: (page) => page.name,
    canContinue: (page) => valueOf(page.name).trim() !== '',
    done: (page) => valueOf(page.name).trim() !== '' && isLeft(page, page.name),
  },
  description: {
    part: 'get',
    ...onForm,
    target: (page) => page.description,
    optional: true,
    canContinue: (page) => valueOf(page.description).trim() !== '',
    done: (page) => valueOf(page.description).trim() !== '' && isLeft(page, page.description),
  },
  level: {
    part: 'get',
    ...onForm,
    target: (page) => page.level,
    canContinue: (page) => chosenLevel(page) !== undefined,
    done: (page) => chosenLevel(page) !== undefined && isLeft(page, page.level),
  },
  features: {
    part: 'get',
    ...onForm,
    target: (page) => page.features,
    optional: true,
    canContinue: hasFeatureAccess,
    done: (page) => hasFeatureAccess(page) && isLeft(page, page.features?.closest('fieldset')),
    isSkipped: (page) => chosenLevel(page) !== t('apiTokens.levels.custom'),
  },
  generate: { part: 'get', ...onForm, target: (page) => page.generate },
  copy: {
    part: 'get',
    ...onKey,
    target: (page) => page.copy,
    done: (page) => page.copied !== undefined,
  },
  return: { part: 'get', ...onKey, target: (page) => page.return },

  open: {
    part: 'update',
    places: ['list'],
    target: (page) => page.tokenLink,
    done: ({ place }) => place === 'token',
  },
  change: {
    part: 'update',
    ...onToken,
    target: (page) => page.description ?? page.edit,
    canContinue: isChanged,
    done: (page, state) => isChanged(page, state) && isLeft(page, page.description),
  },
  save: {
    part: 'update',
    ...onToken,
    target: (page) => page.save,
    done: ({ status }) => status !== '' && savedMessages().some((text) => status.startsWith(text)),
  },
  access: {
    part: 'update',
    places: ['token'],
    stepByPlace: { list: 'delete' },
    target: (page) => page.access,
    optional: true,
  },

  back: {
    part: 'delete',
    places: ['token'],
    stepByPlace: { list: 'delete' },
    target: (page) => page.back,
  },
  delete: {
    part: 'delete',
    places: ['list'],
    stepByPlace: { token: 'back' },
    target: (page) => page.menu ?? page.actionsButton,
    done: (page) => page.confirmDelete !== undefined,
  },
  confirm: { part: 'delete', places: ['list'], target: (page) => page.confirmDelete },

  end: { part: 'end' },

  leakedKey: { part: 'start', optional: true },
  findKey: {
    part: 'find',
    places: ['found'],
    stepByPlace: { replace: 'generateKey', key: 'copyNewKey' },
    // Beside the field, the card would cover the button.
    target: (page) => (valueOf(page.foundText) === '' ? page.foundText : page.lookForKeys),
    done: (page) => page.replaceFound !== undefined,
  },
  replaceToken: {
    part: 'replace',
    places: ['found'],
    stepByPlace: { key: 'copyNewKey' },
    target: (page) => page.replaceFound,
    done: ({ place }) => place === 'replace',
  },
  generateKey: {
    part: 'generate',
    places: ['replace'],
    stepByPlace: { found: 'findKey', key: 'copyNewKey' },
    target: (page) => page.generateKey,
    done: ({ place }) => place === 'key',
  },
  copyNewKey: {
    part: 'copy',
    ...onNewKey,
    target: (page) => page.copy,
    done: (page) => page.copied !== undefined,
  },
  returnToList: { part: 'return', ...onNewKey, target: (page) => page.return },
  leakedKeyEnd: { part: 'end' },
}

/** Whether focus left an element, but not for the tour: nothing may move while the user is on the way to the tour's buttons. */
function isLeft(page: PageSnapshot, element: Element | null | undefined): boolean {
  return !page.hasFocus(element) && !page.tourHasFocus
}

function isChanged({ description }: PageSnapshot, { described }: TourState): boolean {
  return description !== undefined && described !== undefined && valueOf(description) !== described
}

function savedMessages(): string[] {
  return [t('tokenDetails.saved', { name: '' }).trim(), t('tokenDetails.nothingToSave')]
}
