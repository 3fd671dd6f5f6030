import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

import { fail } from '../serve/fail.ts'
import type { Scenario } from './scenario.ts'

/** What `npm run chaos` runs. */
export interface Arguments {
  names: readonly string[]
  /** The number of rounds of each scenario, in place of its own. */
  rounds: number | undefined
  seed: string
}

/** Reads the arguments of `npm run chaos`. Prints what is possible and exits, if they are wrong or with `--help`. */
export function readArguments(
  args: readonly string[],
  scenarios: Readonly<Record<string, Scenario>>,
): Arguments {
  const known = Object.keys(scenarios)
  const { values, positionals } = parse(args)
  if (values.help) {
    console.log(usage(scenarios))
    process.exit(0)
  }
  const unknown = positionals.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    fail(`There is no scenario “${unknown}”. Scenarios: ${known.join(', ')}`)
  }
  const { rounds, seed } = values
  if (rounds !== undefined && !/^[1-9]\d*$/.test(rounds)) {
    fail(`Wrong value “${rounds}” of --rounds. Use a number from 1 on.`)
  }
  return {
    names: positionals.length === 0 ? known : positionals,
    rounds: rounds === undefined ? undefined : Number(rounds),
    seed: seed ?? String(randomInt(1_000_000)),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail(
      `${error instanceof Error ? error.message : String(error)}\nMore: npm run chaos -- --help`,
    )
  }
}

function usage(scenarios: Readonly<Record<string, Scenario>>): string {
  const lines = Object.entries(scenarios).map(
    ([name, { help, rounds }]) => `  ${name.padEnd(12)}${help} (${rounds} rounds)`,
  )
  return [
    'Usage: npm run chaos -- [scenario…] [--rounds NUMBER] [--seed TEXT]',
    '',
    ...lines,
    '',
    'Without a scenario, it runs all of them.',
  ].join('\n')
}
