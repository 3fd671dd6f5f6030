import { assertOneOf } from '../assertOneOf.ts'

/**
 * Checks the query of a URL: a page ignores what it does not know.
 *
 * @param parameters the parameters that the page knows, each with its values, or null if it takes any.
 * @throws Error that lists the parameters or the values.
 */
export function checkQuery(
  query: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, readonly string[] | null>>,
): void {
  for (const [name, value] of Object.entries(query)) {
    assertOneOf('a parameter of this page', name, Object.keys(parameters))
    const values = parameters[name]
    if (values) assertOneOf(`a value of the parameter "${name}"`, value, values)
  }
}
