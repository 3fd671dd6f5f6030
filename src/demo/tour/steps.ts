import '#src/locales/apiTokens.ts'

import { valueOf } from './byRole.ts'
import { chosenLevel, type Page, type Place, someFeatureIsOpen } from './page.ts'
import type { Part, StepName } from './stepNames.ts'
import type { TourState } from './tourState.ts'
import { t } from './words.ts'

export interface Step {
  part: Part
  /** Where it takes place; anywhere where left out. */
  at?: readonly Place[]
  /** Which step is the right one for somebody who has gone elsewhere. Where there is none, the tour offers to lead back. */
  instead?: Partial<Record<Place, StepName>>
  /** What it points at. */
  target?(page: Page): HTMLElement | undefined
  /** Whether it has been done: the tour goes on by itself. */
  done?(page: Page, state: TourState): boolean
  /** Nothing needs to be done: "Next" is offered from the beginning. */
  optional?: true
  /** Whether it has been done, by somebody who may still be at it: "Next" is offered. */
  ready?(page: Page, state: TourState): boolean
  /** Whether there is nothing to do in it this time. */
  skipped?(page: Page): boolean
}

const inSettings: readonly Place[] = ['settings', 'list', 'form', 'key', 'token', 'other-token']

/** From the form, one has gone on to the key, or back. */
const onForm = {
  at: ['form'],
  instead: { key: 'copy', list: 'add', settings: 'apiTokens', app: 'settings' },
} satisfies Partial<Step>
/** The key is gone with its page. The token is there all the same. */
const onKey = {
  at: ['key'],
  instead: { list: 'open', token: 'open', settings: 'open', app: 'open' },
} satisfies Partial<Step>
const onToken = { at: ['token'], instead: { list: 'open' } } satisfies Partial<Step>

export const steps: Readonly<Record<StepName, Step>> = {
  welcome: { part: 'start', optional: true },
  what: { part: 'what', target: (page) => page.firstTicket, optional: true },
  types: { part: 'types', optional: true },

  settings: {
    part: 'get',
    at: ['app'],
    target: (page) => page.settings,
    done: ({ place }) => inSettings.includes(place),
  },
  apiTokens: {
    part: 'get',
    at: ['settings'],
    instead: { app: 'settings' },
    target: (page) => page.apiTokens ?? page.sections,
    done: ({ place }) => place !== 'settings' && inSettings.includes(place),
  },
  add: {
    part: 'get',
    at: ['list'],
    instead: { settings: 'apiTokens', app: 'settings' },
    target: (page) => page.add,
    done: ({ place }) => place === 'form',
  },
  name: {
    part: 'get',
    ...onForm,
    target: (page) => page.name,
    ready: (page) => valueOf(page.name).trim() !== '',
    done: (page) => valueOf(page.name).trim() !== '' && isLeft(page, page.name),
  },
  description: {
    part: 'get',
    ...onForm,
    target: (page) => page.description,
    optional: true,
    ready: (page) => valueOf(page.description).trim() !== '',
    done: (page) => valueOf(page.description).trim() !== '' && isLeft(page, page.description),
  },
  level: {
    part: 'get',
    ...onForm,
    target: (page) => page.level,
    ready: (page) => chosenLevel(page) !== undefined,
    done: (page) => chosenLevel(page) !== undefined && isLeft(page, page.level),
  },
  features: {
    part: 'get',
    ...onForm,
    target: (page) => page.features,
    optional: true,
    ready: someFeatureIsOpen,
    done: (page) => someFeatureIsOpen(page) && isLeft(page, page.features?.closest('fieldset')),
    skipped: (page) => chosenLevel(page) !== t('apiTokens.levels.custom'),
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
    at: ['list'],
    target: (page) => page.tokenLink,
    done: ({ place }) => place === 'token',
  },
  change: {
    part: 'update',
    ...onToken,
    target: (page) => page.description,
    ready: isChanged,
    done: (page, state) => isChanged(page, state) && isLeft(page, page.description),
  },
  save: {
    part: 'update',
    ...onToken,
    target: (page) => page.save,
    done: ({ status }) => status !== '' && savedWords().some((words) => status.startsWith(words)),
  },
  access: {
    part: 'update',
    at: ['token'],
    instead: { list: 'delete' },
    target: (page) => page.access,
    optional: true,
  },

  back: {
    part: 'delete',
    at: ['token'],
    instead: { list: 'delete' },
    target: (page) => page.back,
  },
  delete: {
    part: 'delete',
    at: ['list'],
    instead: { token: 'back' },
    target: (page) => page.menu ?? page.ellipsis,
    done: (page) => page.confirm !== undefined,
  },
  confirm: { part: 'delete', at: ['list'], target: (page) => page.confirm },

  end: { part: 'end' },
}

/** Somebody has gone on from what they worked on, and not to the tour: on the way to its buttons nothing shall move. */
function isLeft(page: Page, element: Element | null | undefined): boolean {
  return !page.hasFocus(element) && !page.tourHasFocus
}

function isChanged({ description }: Page, { described }: TourState): boolean {
  return description !== undefined && described !== undefined && valueOf(description) !== described
}

function savedWords(): string[] {
  return [t('apiTokens.details.saved', { name: '' }).trim(), t('apiTokens.details.nothingToSave')]
}
