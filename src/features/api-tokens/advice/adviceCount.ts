import type { AdviceList } from './adviceApi.ts'

/** Returns for how many tokens there is advice, including the unused tokens that the list leaves out. */
export function adviceCount({ items, unused }: AdviceList): number {
  return items.filter(({ advice }) => advice.kind !== 'unused').length + unused
}
