import type { TokenUsage } from './requestApi.ts'

type Day = TokenUsage['days'][number]

/** The dimensions of the chart, in SVG units. */
export const plot = { width: 640, height: 84, bar: 32, gap: 13.7 } as const

/** The minimum height of a part that isn't empty. */
const minHeight = 3
const space = 1.5

export interface DayBar extends Day {
  total: number
  x: number
  /** From bottom to top, without empty parts. */
  parts: { kind: 'answered' | 'refused' | 'notValid'; y: number; height: number }[]
}

/** Returns a bar for each day with its parts stacked, scaled to the height of the plot. */
export function dayBars(days: readonly Day[]): DayBar[] {
  const maxTotal = Math.max(1, ...days.map(totalOf))
  const unit = (plot.height - 3 * (minHeight + space)) / maxTotal
  return days.map((day, index) => {
    const parts: DayBar['parts'] = []
    let bottom = plot.height - space
    for (const kind of ['answered', 'refused', 'notValid'] as const) {
      if (day[kind] === 0) continue
      const height = Math.max(minHeight, day[kind] * unit)
      parts.push({ kind, y: bottom - height, height })
      bottom -= height + space
    }
    const x = plot.gap / 2 + index * (plot.bar + plot.gap)
    return { ...day, total: totalOf(day), x, parts }
  })
}

/** Returns the totals of all days. */
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
