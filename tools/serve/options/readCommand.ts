import { fail } from '../fail.ts'
import { describeConfig, optionsHelp } from './describeOptions.ts'
import { type Definitions, OptionError, readOptions, type ValuesOf } from './readOptions.ts'

/**
 * Reads the options of a command. With `--help` or `--print-config`, prints it and exits with code 0. If an option is wrong, prints
 * what is possible and exits with code 1.
 *
 * @param command how to call it, such as `npm run host --`.
 * @param moreHelp what the help says after the options.
 */
export function readCommand<Defined extends Definitions>(
  command: string,
  definitions: Defined,
  args: readonly string[],
  moreHelp = '',
): ValuesOf<Defined> {
  if (args.includes('--help') || args.includes('-h')) {
    print(`Usage: ${command} [options]\n\n${optionsHelp(definitions)}\n${moreHelp}`)
  }
  const options = readOrFail(command, definitions, args)
  if (options.printConfig) print(describeConfig(definitions, options))
  return options.values
}

function readOrFail<Defined extends Definitions>(
  command: string,
  definitions: Defined,
  args: readonly string[],
) {
  try {
    return readOptions(definitions, args, process.env)
  } catch (error) {
    if (error instanceof OptionError) return fail(`${error.message}\nMore: ${command} --help`)
    throw error
  }
}

function print(text: string): never {
  console.log(text)
  process.exit(0)
}
