import { DatabaseError } from 'pg'

import { StorageError } from '../port.ts'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const serializationFailure = '40001'
const deadlockDetected = '40P01'
const uniqueViolation = '23505'
const missingTable = '42P01'
const diskFull = '53100'

/** Whether a transaction failed only because of another one at the same time. */
export function isConflict(error: unknown): boolean {
  return isDatabaseError(error, serializationFailure) || isDatabaseError(error, deadlockDetected)
}

/** Whether a transaction wrote a value that another record has in a unique index. */
export function isDuplicate(error: unknown): boolean {
  return isDatabaseError(error, uniqueViolation)
}

/** Whether an error is of PostgreSQL, and has this code. */
export function isDatabaseError(error: unknown, code: string): boolean {
  return error instanceof DatabaseError && error.code === code
}

/** Returns an error of the storage port for an error of a statement. */
export function toPortError(error: unknown): Error {
  if (isDuplicate(error)) {
    return new DOMException('A unique index has this value already.', 'ConstraintError')
  }
  if (isDatabaseError(error, diskFull)) return new StorageError('full', error)
  // A host of a newer version has replaced the tables.
  return new StorageError(isDatabaseError(error, missingTable) ? 'newer' : 'unavailable', error)
}
