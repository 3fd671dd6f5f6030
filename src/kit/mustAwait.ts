/**
 * Explains a forgotten `await`: reading a property of the result from the promise throws.
 *
 * @param call the function that has returned the promise.
 * @param names the properties of the result.
 */
export function mustAwait<Result extends object>(
  promise: Promise<Result>,
  call: string,
  names: readonly (keyof Result & string)[],
): Promise<Result> {
  for (const name of names) {
    const get = () => {
      // The test fails with the error below; another one would only distract from it.
      promise.catch(() => undefined)
      throw new Error(`${call} returns a promise: const { ${name} } = await ${call}(…).`)
    }
    Reflect.defineProperty(promise, name, { get })
  }
  return promise
}
