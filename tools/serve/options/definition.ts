/** An option of a command: a flag, and the environment variable that replaces it. */
export interface OptionDefinition<Value> {
  /** The environment variable. An empty one counts as unset. */
  variable: string
  /** The name of the flag's value in the help; undefined for a flag without a value. */
  placeholder?: string
  /** The help: one short sentence without a period. */
  help: string
  /** The value without flag and variable, as a text; undefined for none. */
  fallback?: string
  /** Whether the flag can be repeated. The variable then has values with commas between them. */
  isList?: boolean
  /** Whether the value must never be printed. */
  isSecret?: boolean
  /** @throws InvalidValueError if the text is not a value of the option. */
  parse: (texts: readonly string[]) => Value
}

/** A text that is not a value of an option. The message says which values are possible. */
export class InvalidValueError extends Error {}

type Common = Pick<OptionDefinition<unknown>, 'variable' | 'help'>
type WithValue = Common & { placeholder: string; isSecret?: boolean }

/** Defines an option that may be left out. */
export function textOption(definition: WithValue): OptionDefinition<string | undefined> {
  return { ...definition, parse: ([text]) => notEmpty(text) }
}

/** Defines an option whose value is the address of a PostgreSQL database. It may contain a password. */
export function databaseOption(definition: WithValue): OptionDefinition<string | undefined> {
  return {
    ...definition,
    isSecret: true,
    parse([text]) {
      if (text === undefined) return undefined
      const isAddress = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
      if (isAddress) return text
      throw new InvalidValueError(
        'Use an address such as postgres://user:password@localhost/edesk.',
      )
    },
  }
}

/** Defines an option that always has a value. */
export function textOptionWithFallback(
  definition: WithValue & { fallback: string },
): OptionDefinition<string> {
  return { ...definition, parse: ([text]) => notEmpty(text) ?? definition.fallback }
}

/** Defines an option that can be repeated. */
export function listOption(definition: WithValue): OptionDefinition<readonly string[]> {
  return {
    ...definition,
    isList: true,
    parse: (texts) => texts.flatMap((text) => notEmpty(text) ?? []),
  }
}

/** Defines an option that is on or off. */
export function switchOption(definition: Common): OptionDefinition<boolean> {
  return {
    ...definition,
    fallback: 'false',
    parse([text]) {
      if (text === 'true' || text === 'false') return text === 'true'
      throw new InvalidValueError('Use true or false.')
    },
  }
}

/** Defines an option whose value is a whole number. */
export function numberOption(
  definition: WithValue & { fallback: string; max: number },
): OptionDefinition<number>
export function numberOption(
  definition: WithValue & { max: number },
): OptionDefinition<number | undefined>
export function numberOption({
  max,
  ...definition
}: WithValue & { fallback?: string; max: number }): OptionDefinition<number | undefined> {
  return {
    ...definition,
    parse([text]) {
      if (text === undefined) return undefined
      if (/^\d{1,9}$/.test(text) && Number(text) <= max) return Number(text)
      throw new InvalidValueError(`Use a number from 0 to ${max}.`)
    },
  }
}

function notEmpty(text: string | undefined): string | undefined {
  if (text === '') throw new InvalidValueError('It must not be empty.')
  return text
}
