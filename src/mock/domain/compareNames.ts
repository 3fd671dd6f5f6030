import type { components } from '#src/api/generated/schema.ts'

import { nameOrder } from './nameOrder.ts'

export type Language = components['schemas']['Language']

/** The languages with another order than `nameOrder`, which is that of the Unicode root collation: ñ after n, Arabic before Latin. */
const withOwnOrder: readonly Language[] = ['es', 'pl', 'ar', 'ja']

/** Creating a collator costs more than thousands of comparisons. */
const collators = new Map<Language, Intl.Collator>()

/** Whether names sort differently in a language than by `nameOrder`, so that no index has their order. */
export function hasOwnOrder(language: Language): boolean {
  return withOwnOrder.includes(language)
}

/** Returns the comparison of names in a language. Names that it finds equal may differ, for example in case. */
export function compareNamesIn(language: Language): (one: string, other: string) => number {
  if (!hasOwnOrder(language)) return compareByOrder
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
  collators.set(language, collator)
  return collator.compare
}

function compareByOrder(one: string, other: string): number {
  const [first, second] = [nameOrder(one), nameOrder(other)]
  return first === second ? 0 : first < second ? -1 : 1
}
