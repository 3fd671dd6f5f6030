/**
 * Checks a value that TypeScript may not have checked.
 *
 * @param kind what the value should be, with its article: "a guard".
 * @throws Error that lists the valid values.
 */
export function assertOneOf<Value extends string>(
  kind: string,
  value: unknown,
  values: readonly Value[],
): asserts value is Value {
  if (values.some((one) => one === value)) return
  const given = typeof value === 'string' ? `"${value}"` : String(value)
  throw new Error(`${given} is not ${kind}. Use one of: ${values.join(', ')}.`)
}
