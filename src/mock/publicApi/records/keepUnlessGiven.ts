/** Returns the value in a request, where null clears the field, or the existing value if the request omits the field. */
export function keepUnlessGiven<Value>(given: Value | undefined, existing: Value): Value {
  return given === undefined ? existing : given
}
