import '#src/locales/apiTokens.ts'
import { isolate } from '#src/ui/isolate.ts'

import { textOf, valueOf } from './byRole.ts'
import { chosenLevel, type Page, type Place } from './page.ts'
import { type StepName, stepNames } from './stepNames.ts'
import { steps } from './steps.ts'
import type { TourState } from './tourState.ts'
import { t } from './words.ts'

/** Why the step cannot be done just now. */
export type Hindrance = 'nobody' | 'agent' | 'plan' | 'astray' | 'lost'

/** Where the tour is after a look at the page: as far as what was done there leads, and what is worth remembering. */
export function lookAt(page: Page, before: TourState): TourState {
  let state = remember(page, before)
  for (let turns = 0; turns < stepNames.length; turns++) {
    const next = wayOn(page, state)
    if (next === undefined) break
    state = { ...state, step: next }
  }
  return state
}

/** The step after the one that is shown, for "Next". */
export function nextStep(page: Page, state: TourState): TourState {
  return lookAt(page, { ...state, step: after(state.step) })
}

/** What stands in the way of the step. */
export function hindranceIn(page: Page, state: TourState): Hindrance | undefined {
  const { step } = state
  if (step === 'welcome' || step === 'end') return undefined
  if (page.place === 'log-in') return 'nobody'
  if (page.isAgent) return 'agent'
  if (page.seePlans ?? page.moveUp) return 'plan'
  const { at } = steps[step]
  if (at && !at.includes(page.place)) return 'astray'
  if (needsToken(step) && page.place === 'list' && page.listIsThere && !page.tokenLink)
    return 'lost'
  return undefined
}

/** Where a step takes place, for whoever has gone another way. */
export function placeOfStep(step: StepName): Place | undefined {
  return steps[step].at?.[0]
}

/** What the tour points at, where there is something. */
export function targetIn(page: Page, state: TourState): HTMLElement | undefined {
  switch (hindranceIn(page, state)) {
    case 'nobody':
      return page.logInAsAdmin
    case 'agent':
      return page.askForAccess
    case 'plan':
      return page.seePlans ?? page.moveUp
    case 'astray':
    case 'lost':
      return undefined
    case undefined:
      return steps[state.step].target?.(page)
  }
}

function wayOn(page: Page, state: TourState): StepName | undefined {
  const { step } = state
  const { at, instead, ...does } = steps[step]
  const isDone = () => does.done?.(page, state) || does.skipped?.(page)
  if (needsToken(step)) {
    if (isDeleted(page, state)) return 'end'
    if (state.tokenId === undefined) return 'add'
  }
  const gap = gapInForm(page, step)
  if (gap) return gap
  if (step === 'confirm' && page.place === 'list' && !page.confirm) return 'delete'
  if (!at || at.includes(page.place)) return isDone() ? after(step) : undefined
  return does.done?.(page, state) ? after(step) : instead?.[page.place]
}

/** What an earlier step has left open in the form: it was emptied, or left and come back to. */
function gapInForm(page: Page, step: StepName): StepName | undefined {
  const isAfter = (other: StepName) => stepNames.indexOf(step) > stepNames.indexOf(other)
  if (page.place !== 'form' || !page.name || page.hasFocus(page.name)) return undefined
  if (isAfter('name') && valueOf(page.name).trim() === '') return 'name'
  return isAfter('level') && chosenLevel(page) === undefined ? 'level' : undefined
}

function after(step: StepName): StepName {
  return stepNames[stepNames.indexOf(step) + 1] ?? 'end'
}

function needsToken(step: StepName): boolean {
  const number = stepNames.indexOf(step)
  return number >= stepNames.indexOf('open') && number < stepNames.indexOf('end')
}

/** The page has just said that the token is deleted, here or in its details. */
function isDeleted({ status }: Page, { tokenName = '' }: TourState): boolean {
  return status === t('apiTokens.deletion.done', { name: isolate(tokenName) })
}

function remember(page: Page, state: TourState): TourState {
  const { place, tokenId } = page
  if (place === 'form') {
    const tokenName = valueOf(page.name).trim()
    return tokenName === '' ? state : { ...state, tokenName }
  }
  if (place === 'key' && tokenId !== undefined && tokenId !== state.tokenId) {
    const { described: _ofAnother, ...rest } = state
    return { ...rest, tokenId }
  }
  if (place === 'list' && page.tokenLink) return { ...state, tokenName: textOf(page.tokenLink) }
  if (place === 'token' && state.step === 'change' && state.described === undefined) {
    return page.description ? { ...state, described: valueOf(page.description) } : state
  }
  return state
}
