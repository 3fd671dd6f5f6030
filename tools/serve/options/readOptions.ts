import { parseArgs } from 'node:util'

import { InvalidValueError, type OptionDefinition } from './definition.ts'

/** Options by their flags. */
export type Definitions = Readonly<Record<string, OptionDefinition<unknown>>>

/** The value of each option. */
export type ValuesOf<Defined extends Definitions> = {
  [Flag in keyof Defined]: ReturnType<Defined[Flag]['parse']>
}

/** The options of a command, and where each value comes from. */
export interface ReadOptions<Defined extends Definitions> {
  values: ValuesOf<Defined>
  /** A flag, a variable or `default`. */
  sources: Readonly<Record<keyof Defined, string>>
  /** Whether the user asks for the configuration instead. */
  printConfig: boolean
}

/** An option is unknown, or its value is wrong. The message says what is possible. */
export class OptionError extends Error {}

const printConfig = 'print-config'

/**
 * Reads the options of a command. A flag wins over its environment variable.
 *
 * @throws OptionError
 */
export function readOptions<Defined extends Definitions>(
  definitions: Defined,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReadOptions<Defined> {
  const flags = parseFlags(definitions, args)
  const values: Record<string, unknown> = {}
  const sources: Record<string, string> = {}
  for (const [flag, definition] of Object.entries(definitions)) {
    const { texts, source } = textsOf(flag, definition, flags[flag], environment)
    values[flag] = parse(definition, texts, source)
    sources[flag] = source
  }
  return {
    values: values as ValuesOf<Defined>,
    sources: sources as ReadOptions<Defined>['sources'],
    printConfig: flags[printConfig] === true,
  }
}

function parseFlags(
  definitions: Definitions,
  args: readonly string[],
): Readonly<Record<string, unknown>> {
  const options = Object.fromEntries(
    Object.entries(definitions).map(([flag, { placeholder, isList = false }]) => [
      flag,
      { type: placeholder === undefined ? 'boolean' : 'string', multiple: isList } as const,
    ]),
  )
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, [printConfig]: { type: 'boolean' } },
    }).values
  } catch (error) {
    // The further sentences of Node's message are advice for the author of the program.
    const [problem = ''] = (error instanceof Error ? error.message : '').split(/\.\s|\n/)
    const known = [...Object.keys(definitions), printConfig, 'help']
    throw new OptionError(`${problem}. Options: ${known.map((flag) => `--${flag}`).join(', ')}`)
  }
}

function textsOf(
  flag: string,
  { variable, fallback, isList = false }: OptionDefinition<unknown>,
  given: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): { texts: string[]; source: string } {
  if (given !== undefined) return { texts: [given].flat().map(String), source: `--${flag}` }
  const text = environment[variable] ?? ''
  if (text !== '') {
    const texts = isList ? text.split(',').map((part) => part.trim()) : [text]
    return { texts, source: variable }
  }
  return { texts: fallback === undefined ? [] : [fallback], source: 'default' }
}

function parse(
  { parse, isSecret = false }: OptionDefinition<unknown>,
  texts: readonly string[],
  source: string,
): unknown {
  try {
    return parse(texts)
  } catch (error) {
    if (!(error instanceof InvalidValueError)) throw error
    const value = isSecret ? '' : ` “${texts.join(',')}”`
    throw new OptionError(`Wrong value${value} of ${source}. ${error.message}`)
  }
}
