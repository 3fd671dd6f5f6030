import type { Findings } from './scenario.ts'

/** A scenario that has run, or cannot run on this machine. */
export interface Result {
  name: string
  rounds: number
  seconds: number
  findings: Findings
}

const columns: readonly [string, (result: Result) => string][] = [
  ['scenario', ({ name }) => name],
  ['rounds', ({ rounds }) => String(rounds)],
  ['acknowledged', ({ findings }) => String(findings.acknowledged)],
  ['lost', ({ findings }) => String(findings.lost.length)],
  ['doubled', ({ findings }) => String(findings.doubled.length)],
  ['other faults', ({ findings }) => String(findings.faults.length)],
  ['refused in words', ({ findings }) => String(findings.refusedInWords)],
  ['seconds', ({ seconds }) => seconds.toFixed(0)],
]

/** Returns a table of all results. */
export function resultTable(results: readonly Result[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...results.map((result) => columns.map(([, text]) => text(result))),
  ]
  const widths = columns.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column === 0 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  '),
    )
    .join('\n')
}

/** Whether nothing is lost, doubled or otherwise wrong. */
export function isSound({ lost, doubled, faults }: Findings): boolean {
  return lost.length + doubled.length + faults.length === 0
}
