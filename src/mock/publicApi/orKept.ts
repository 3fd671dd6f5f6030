/** What a request says of a field, where null takes away what is there; what is kept, where it says nothing. */
export function orKept<Value>(given: Value | undefined, kept: Value): Value {
  return given === undefined ? kept : given
}
