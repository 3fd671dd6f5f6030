import { computed, type Ref } from 'vue'

import type { Hindrance } from './course.ts'
import type { Page } from './page.ts'
import { parts, stepNames } from './stepNames.ts'
import { steps } from './steps.ts'
import type { TourState } from './tourState.ts'
import { t } from './words.ts'

/** Returns the texts of the card. */
export function useTourWords(
  state: Readonly<Ref<TourState>>,
  page: Readonly<Ref<Page>>,
  hindrance: Readonly<Ref<Hindrance | undefined>>,
) {
  const key = computed(() => {
    const { step } = state.value
    if (hindrance.value === 'astray' || hindrance.value === 'lost') return `tour.${hindrance.value}`
    if (hindrance.value) return `tour.obstacles.${hindrance.value}`
    const folded = step === 'apiTokens' && !page.value.apiTokens && page.value.sections
    return `tour.steps.${folded ? 'apiTokensFolded' : step}`
  })
  const part = computed(() =>
    // These belong to the article's section "Before you start".
    hindrance.value && ['nobody', 'agent', 'plan'].includes(hindrance.value)
      ? 'start'
      : steps[state.value.step].part,
  )
  const number = computed(() => parts.findIndex((each) => each === part.value) + 1)

  return {
    title: computed(() => t(`${key.value}.title`)),
    text: computed(() =>
      t(`${key.value}.text`, { step: t(`tour.steps.${state.value.step}.title`) }),
    ),
    toDo: computed(() => t(`${key.value}.do`)),
    /** The label of the button that removes the hindrance; undefined when the page itself has such a button. */
    goOn: computed(() =>
      hindrance.value && !['nobody', 'plan'].includes(hindrance.value)
        ? t(`${key.value}.goOn`)
        : undefined,
    ),
    partText: computed(() => {
      const name = t(`tour.parts.${part.value}`)
      return number.value === 0
        ? name
        : t('tour.part', { number: number.value, count: parts.length, name })
    }),
    /** The share of each part that is done, from 0 to 1. */
    progress: computed(() => parts.map((each) => shareOf(each, state.value))),
  }
}

function shareOf(part: (typeof parts)[number], { step }: TourState): number {
  const current = stepNames.indexOf(step)
  const ofPart = stepNames.flatMap((name, index) => (steps[name].part === part ? [index] : []))
  const passed = ofPart.filter((index) => index < current).length
  const here = ofPart.includes(current) ? 0.5 : 0
  return (passed + here) / ofPart.length
}
