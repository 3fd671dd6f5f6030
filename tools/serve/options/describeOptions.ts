import type { OptionDefinition } from './definition.ts'
import type { Definitions, ReadOptions } from './readOptions.ts'

/** Returns the help for options: a line for each flag, and one for what sets it besides the flag. */
export function optionsHelp(definitions: Definitions): string {
  const rows = Object.entries(definitions).map(
    ([flag, definition]) => [flagText(flag, definition), describe(definition)] as const,
  )
  const all = [
    ...rows,
    ['--print-config', 'prints the value of each option and where it comes from, and ends'],
    ['--help', 'prints this, and ends'],
  ] as const
  const width = Math.max(...all.map(([flag]) => flag.length))
  return all.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`).join('\n')
}

/** Returns the value of each option and where it comes from. Secrets are hidden. */
export function describeConfig<Defined extends Definitions>(
  definitions: Defined,
  { values, sources }: Pick<ReadOptions<Defined>, 'values' | 'sources'>,
): string {
  const rows = Object.entries(definitions).map(([flag, definition]) => [
    flag,
    valueText(definition, values[flag]),
    String(sources[flag]),
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}

function flagText(flag: string, { placeholder }: OptionDefinition<unknown>): string {
  return placeholder === undefined ? `--${flag}` : `--${flag} ${placeholder}`
}

function describe({ help, variable, fallback, isList = false }: OptionDefinition<unknown>): string {
  const notes = [
    isList ? `${variable}, with commas` : variable,
    ...(fallback === undefined || fallback === 'false' ? [] : [`default: ${fallback}`]),
  ]
  return `${help} (${notes.join('; ')})`
}

function valueText({ isSecret = false }: OptionDefinition<unknown>, value: unknown): string {
  const text = [value ?? []].flat().map(String).join(',')
  if (text === '') return '-'
  return isSecret ? '•••' : text
}
