import { computed, type Ref } from 'vue'

import type { Blocker } from './tourProgress.ts'
import { type Part, partsAround, stepsAround } from './stepNames.ts'
import { steps } from './steps.ts'
import type { TourState } from './tourState.ts'
import { t } from './messages.ts'

/** Returns the texts of the card. */
export function useTourTexts(
  state: Readonly<Ref<TourState>>,
  blocker: Readonly<Ref<Blocker | undefined>>,
) {
  const key = computed(() => {
    const { step } = state.value
    if (blocker.value) return `tour.blockers.${blocker.value}`
    return `tour.steps.${step}`
  })
  const part = computed(() =>
    // These belong to the article's section "Before you start".
    blocker.value && ['nobody', 'agent', 'plan'].includes(blocker.value)
      ? 'start'
      : steps[state.value.step].part,
  )
  const parts = computed(() => partsAround(state.value.step))
  const number = computed(() => parts.value.findIndex((each) => each === part.value) + 1)

  return {
    title: computed(() => t(`${key.value}.title`)),
    text: computed(() =>
      t(`${key.value}.text`, { step: t(`tour.steps.${state.value.step}.title`) }),
    ),
    task: computed(() => t(`${key.value}.do`)),
    /** The label of the button that removes the blocker; undefined when the page itself has such a button. */
    removeBlockerLabel: computed(() =>
      blocker.value && !['nobody', 'plan'].includes(blocker.value)
        ? t(`${key.value}.goOn`)
        : undefined,
    ),
    partText: computed(() => {
      const name = t(`tour.parts.${part.value}`)
      return number.value === 0
        ? name
        : t('tour.part', { number: number.value, count: parts.value.length, name })
    }),
    /** The share of each part that is done, from 0 to 1. */
    progress: computed(() => parts.value.map((each) => shareOf(each, state.value))),
  }
}

function shareOf(part: Part, { step }: TourState): number {
  const all = stepsAround(step)
  const current = all.indexOf(step)
  const ofPart = all.flatMap((name, index) => (steps[name].part === part ? [index] : []))
  const passed = ofPart.filter((index) => index < current).length
  const here = ofPart.includes(current) ? 0.5 : 0
  return (passed + here) / ofPart.length
}
