import { StorageError } from '../port.ts'
import { isSqliteError } from './statements.ts'

/** Returns the error for a file that this program has not written. */
export function otherFormat(file: string, cause?: unknown): Error {
  return new Error(
    `${file} holds no data that this version can read. Choose another file, or move it away.`,
    { cause },
  )
}

/** Returns the error for a damaged file. */
export function damagedFile(file: string, cause: unknown): Error {
  return new Error(
    `${file} is damaged. Replace it with a backup, choose another file, or move it away. (${textOf(cause)})`,
    { cause },
  )
}

/** Returns what is wrong, in words. */
export function textOf(problem: unknown): string {
  if (problem instanceof StorageError) return textOf(problem.cause)
  return problem instanceof Error ? problem.message : String(problem)
}

/** Returns an error that says what an error of SQLite means for a file; any other error unchanged. */
export function inWords(file: string, error: unknown): unknown {
  const original = error instanceof StorageError ? error.cause : error
  if (!isSqliteError(original)) return error
  if (isSqliteError(original, 'full')) {
    return new Error(
      `There is no room left for ${file}. Free some space, or choose another file.`,
      {
        cause: error,
      },
    )
  }
  if (isSqliteError(original, 'corrupt')) return damagedFile(file, original)
  if (isSqliteError(original, 'notADatabase')) return otherFormat(file, original)
  return new Error(`${file} cannot be opened: ${textOf(original)}. Choose another file.`, {
    cause: error,
  })
}
