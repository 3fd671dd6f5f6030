/** Prints what is wrong and what to do, and exits with code 1. */
export function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
