import type { TokenUsage } from './requestApi.ts'

type Day = TokenUsage['days'][number]

/** The measures of the chart, in the units of its drawing. */
export const plot = { width: 280, height: 72, bar: 13, gap: 7 } as const

/** The least that is seen of a part which has anything in it. */
const leastHeight = 3
const space = 1.5

export interface DayBar {
  date: string
  total: number
  x: number
  /** From the bottom up; none for what did not happen. */
  parts: { kind: 'answered' | 'refused' | 'notValid'; y: number; height: number }[]
}

/** A bar for each day, its parts stacked, the highest as high as the plot. */
export function dayBars(days: readonly Day[]): DayBar[] {
  const most = Math.max(1, ...days.map(totalOf))
  const unit = (plot.height - 3 * (leastHeight + space)) / most
  return days.map((day, index) => {
    const parts: DayBar['parts'] = []
    let bottom = plot.height - space
    for (const kind of ['answered', 'refused', 'notValid'] as const) {
      if (day[kind] === 0) continue
      const height = Math.max(leastHeight, day[kind] * unit)
      parts.push({ kind, y: bottom - height, height })
      bottom -= height + space
    }
    const x = plot.gap / 2 + index * (plot.bar + plot.gap)
    return { date: day.date, total: totalOf(day), x, parts }
  })
}

/** All days together. */
export function sumOf(days: readonly Day[]) {
  const sums = { total: 0, answered: 0, refused: 0, notValid: 0 }
  for (const day of days) {
    sums.total += totalOf(day)
    sums.answered += day.answered
    sums.refused += day.refused
    sums.notValid += day.notValid
  }
  return sums
}

function totalOf({ answered, refused, notValid }: Day): number {
  return answered + refused + notValid
}
