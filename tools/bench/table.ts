import type { Visit } from './measure.ts'

/** The middle one of what was measured, which one bad run does not move. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

type Measure = keyof Visit

export interface Aim {
  measure: Measure
  /** The product's median, at most, in medians of the floor. */
  ratio: number
}

const kilobytes = (value: number) => `${(value / 1_000).toFixed(1)} kB`
const megabytes = (value: number) => `${(value / 1_000_000).toFixed(1)} MB`
const milliseconds = (value: number) => `${Math.round(value)} ms`
const times = (value: number) => String(value)

const lines: readonly { measure: Measure; name: string; written: (value: number) => string }[] = [
  { measure: 'bytes', name: 'bytes over the wire (brotli)', written: kilobytes },
  { measure: 'scripts', name: '  scripts', written: kilobytes },
  { measure: 'styles', name: '  styles', written: kilobytes },
  { measure: 'requests', name: 'requests', written: times },
  { measure: 'firstPaint', name: 'first paint', written: milliseconds },
  { measure: 'list', name: 'time to the list', written: milliseconds },
  { measure: 'longTasks', name: 'long tasks', written: times },
  { measure: 'longTaskTime', name: '  their time', written: milliseconds },
  { measure: 'heap', name: 'heap', written: megabytes },
]

/** The medians of floor and product side by side, their ratio, and whether what was aimed at is reached. */
export function sideBySide(
  title: string,
  floor: readonly Visit[],
  product: readonly Visit[],
  aims: readonly Aim[] = [],
): string {
  const rows = lines.map(({ measure, name, written }) => {
    const below = median(floor.map((visit) => visit[measure]))
    const above = median(product.map((visit) => visit[measure]))
    const ratio = above / below
    const aim = aims.find((candidate) => candidate.measure === measure)
    return row(
      name,
      written(below),
      written(above),
      Number.isFinite(ratio) ? ratio.toFixed(2) : '–',
      aim ? verdict(ratio, aim) : '',
    )
  })
  return [`\n${title}`, row('', 'floor', 'product', 'ratio', ''), ...rows].join('\n')
}

function verdict(ratio: number, aim: Aim): string {
  return `  at most ${aim.ratio.toFixed(2)}: ${ratio <= aim.ratio ? 'reached' : 'not reached'}`
}

function row(name: string, floor: string, product: string, ratio: string, note: string): string {
  const numbers = floor.padStart(11) + product.padStart(11) + ratio.padStart(8)
  return `  ${name.padEnd(30)}${numbers}${note}`.trimEnd()
}
