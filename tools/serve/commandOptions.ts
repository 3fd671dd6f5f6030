import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** The options of the host. */
export const hostOptions = {
  data: { type: 'string' },
  worlds: { type: 'boolean', default: false },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true, default: [] },
  'trust-proxy': { type: 'string', multiple: true, default: [] },
} as const satisfies ParseArgsOptionsConfig

export const hostUsage =
  '[--data FILE | --worlds] [--host ADDRESS] [--allow-host NAME] [--trust-proxy ADDRESS]'

/**
 * Reads the options of a command. If one is unknown or lacks its value, prints what is wrong and how to use the command, and
 * exits with code 1.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    // The further sentences of Node's message are advice for the author of the program.
    const [problem = ''] = (error instanceof Error ? error.message : '').split(/\.\s|\n/)
    return fail(`${problem}. Usage: ${usage}`)
  }
}

/** Prints what is wrong and what to do, and exits with code 1. */
export function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
