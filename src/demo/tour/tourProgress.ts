import { isolate } from '#src/ui/lib/isolate.ts'

import { textOf, valueOf } from './domQueries.ts'
import { chosenLevel, type PageSnapshot } from './pageSnapshot.ts'
import { articleSteps, type StepName, stepsAround } from './stepNames.ts'
import { steps } from './steps.ts'
import type { TourState } from './tourState.ts'
import { t } from './messages.ts'

/** Why the user cannot do the current step. */
export type Blocker = 'nobody' | 'agent' | 'plan' | 'astray' | 'lost'

/** Returns the new tour state for a page: skips all steps that are done, and stores facts about the token. */
export function advance(page: PageSnapshot, before: TourState): TourState {
  let state = withPageFacts(page, before)
  for (let turns = 0; turns < articleSteps.length; turns++) {
    const next = nextStepFrom(page, state)
    if (next === undefined) break
    state = { ...state, step: next }
  }
  return state
}

/** Returns the state after the user pressed "Next". */
export function nextStep(page: PageSnapshot, state: TourState): TourState {
  return advance(page, { ...state, step: after(state.step) })
}

/** Returns why the user cannot do the current step, or undefined. */
export function findBlocker(page: PageSnapshot, state: TourState): Blocker | undefined {
  const { step } = state
  if (isOutside(step)) return undefined
  if (page.place === 'log-in') return 'nobody'
  if (page.isAgent) return 'agent'
  if (page.seePlans ?? page.upgradePlan) return 'plan'
  const { places } = steps[step]
  if (places && !places.includes(page.place)) return 'astray'
  if (needsToken(step) && page.place === 'list' && page.listLoaded && !page.tokenLink) return 'lost'
  return undefined
}

/** Returns the element that the tour points at. */
export function findTarget(page: PageSnapshot, state: TourState): HTMLElement | undefined {
  switch (findBlocker(page, state)) {
    case 'nobody':
      return page.logInAsAdmin
    case 'agent':
      return page.askForAccess
    case 'plan':
      return page.seePlans ?? page.upgradePlan
    case 'astray':
    case 'lost':
      return undefined
    case undefined:
      return steps[state.step].target?.(page)
  }
}

/** Whether a step is before or after all parts of its tour. */
function isOutside(step: StepName): boolean {
  return ['start', 'end'].includes(steps[step].part)
}

function nextStepFrom(page: PageSnapshot, state: TourState): StepName | undefined {
  const { step } = state
  const { places, stepByPlace, ...checks } = steps[step]
  const isDone = () => checks.done?.(page, state) || checks.isSkipped?.(page)
  if (needsToken(step)) {
    if (isDeleted(page, state)) return 'end'
    if (state.tokenId === undefined) return 'add'
  }
  const emptyStep = emptyFormStep(page, step)
  if (emptyStep) return emptyStep
  if (step === 'replaceToken' && page.place === 'found' && !page.replaceFound) return 'findKey'
  if (step === 'confirm' && page.place === 'list' && !page.confirmDelete) return 'delete'
  if (!places || places.includes(page.place)) return isDone() ? after(step) : undefined
  return checks.done?.(page, state) ? after(step) : stepByPlace?.[page.place]
}

/** Returns an earlier form step whose field is empty, because the user cleared it or left the form and came back. */
function emptyFormStep(page: PageSnapshot, step: StepName): StepName | undefined {
  const isAfter = (other: StepName) => articleSteps.indexOf(step) > articleSteps.indexOf(other)
  if (page.place !== 'form' || !page.name || page.hasFocus(page.name)) return undefined
  if (isAfter('name') && valueOf(page.name).trim() === '') return 'name'
  return isAfter('level') && chosenLevel(page) === undefined ? 'level' : undefined
}

function after(step: StepName): StepName {
  const all = stepsAround(step)
  return all[all.indexOf(step) + 1] ?? step
}

function needsToken(step: StepName): boolean {
  const number = articleSteps.indexOf(step)
  return number >= articleSteps.indexOf('open') && number < articleSteps.indexOf('end')
}

/** Whether the page's status message says that the tour's token was deleted. */
function isDeleted({ status }: PageSnapshot, { tokenName = '' }: TourState): boolean {
  return status === t('lifecycle.deletion.done', { name: isolate(tokenName) })
}

function withPageFacts(page: PageSnapshot, state: TourState): TourState {
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
