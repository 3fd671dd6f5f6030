import type { Visit } from './measure.ts'

/** Returns the median: a single outlier does not change it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

type Measure = keyof Visit

/** The maximum ratio of the product's median to the floor's, or the maximum of the median itself. */
export type Aim = { measure: Measure } & ({ ratio: number } | { value: number })

const kilobytes = (value: number) => `${(value / 1_000).toFixed(1)} kB`
const megabytes = (value: number) => `${(value / 1_000_000).toFixed(1)} MB`
const milliseconds = (value: number) => `${Math.round(value)} ms`
const times = (value: number) => String(value)

const lines: readonly { measure: Measure; name: string; format: (value: number) => string }[] = [
  { measure: 'bytes', name: 'bytes over the wire (brotli)', format: kilobytes },
  { measure: 'scripts', name: '  scripts', format: kilobytes },
  { measure: 'styles', name: '  styles', format: kilobytes },
  { measure: 'requests', name: 'requests', format: times },
  { measure: 'firstPaint', name: 'first paint', format: milliseconds },
  { measure: 'list', name: 'time to the list', format: milliseconds },
  { measure: 'longTasks', name: 'long tasks', format: times },
  { measure: 'longTaskTime', name: '  their time', format: milliseconds },
  { measure: 'heap', name: 'heap', format: megabytes },
]

/** Returns a table of the floor's and the product's medians, their ratio, and whether they reach the aims. */
export function comparisonTable(
  title: string,
  floor: readonly Visit[],
  product: readonly Visit[],
  aims: readonly Aim[] = [],
): string {
  const rows = lines.map(({ measure, name, format }) => {
    const below = median(floor.map((visit) => visit[measure]))
    const above = median(product.map((visit) => visit[measure]))
    const ratio = above / below
    const aim = aims.find((candidate) => candidate.measure === measure)
    return row(
      name,
      format(below),
      format(above),
      Number.isFinite(ratio) ? ratio.toFixed(2) : '–',
      aim ? verdict(aim, ratio, above) : '',
    )
  })
  return [`\n${title}`, row('', 'floor', 'product', 'ratio', ''), ...rows].join('\n')
}

function verdict(aim: Aim, ratio: number, value: number): string {
  const [measured, max] = 'ratio' in aim ? [ratio, aim.ratio] : [value, aim.value]
  const limit = 'ratio' in aim ? max.toFixed(2) : String(max)
  return `  at most ${limit}: ${measured <= max ? 'reached' : 'not reached'}`
}

function row(name: string, floor: string, product: string, ratio: string, note: string): string {
  const numbers = floor.padStart(11) + product.padStart(11) + ratio.padStart(8)
  return `  ${name.padEnd(30)}${numbers}${note}`.trimEnd()
}
