// Checks of values that TypeScript cannot have checked: parsed JSON, and arguments in JavaScript.

/** @throws Error if it is not an object, or has a name that is not allowed. */
export function fields(
  value: unknown,
  what: string,
  allowed?: readonly string[],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${capitalize(what)} must be an object.`)
  }
  const unknownName = Object.keys(value).find((name) => allowed && !allowed.includes(name))
  if (unknownName !== undefined) {
    throw new Error(
      `Unknown property “${unknownName}” in ${what}. Allowed: ${allowed?.join(', ') ?? ''}.`,
    )
  }
  return value as Record<string, unknown>
}

/** @throws Error if it is not an array. */
export function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${capitalize(what)} must be an array.`)
}

/** @throws Error if it is not a string. */
export function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new Error(`${capitalize(what)} must be a string.`)
}

/** @throws Error if it is not a number. */
export function number(value: unknown, what: string): number {
  if (typeof value === 'number') return value
  throw new Error(`${capitalize(what)} must be a number.`)
}

/** @throws Error if it is not true or false. */
export function boolean(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value
  throw new Error(`${capitalize(what)} must be true or false.`)
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** @throws Error if it is not an object of strings. */
export function texts(value: unknown): Record<string, string> {
  const pairs = Object.entries(fields(value, 'headers'))
  return Object.fromEntries(pairs.map(([name, header]) => [name, text(header, name)]))
}
