/** Creates an error without a stack trace: its position in the kit would not help the reader. */
export function failure(message: string): Error {
  const error = new Error(message)
  error.stack = message
  return error
}
