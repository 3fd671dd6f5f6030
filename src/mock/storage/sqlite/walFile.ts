import { existsSync, readFileSync, realpathSync } from 'node:fs'

import { readWalIndex } from './walIndex.ts'

/** https://www.sqlite.org/fileformat2.html#walformat */
const headerLength = 32
const frameHeaderLength = 24

interface Sums {
  one: number
  two: number
}

/**
 * Whether a write-ahead log has lost a transaction that had been stored: SQLite ignores everything after a frame that is not
 * as it was written. This is right for the last transaction, which a crash may have interrupted. Two things show that a
 * transaction was complete: the index of the log counts it, or another one follows, because each transaction is on the disk before
 * the next one begins.
 *
 * @param file the database, which may have no log.
 */
export function hasDamagedLog(file: string): boolean {
  // SQLite follows symbolic links, and keeps the log beside the file itself.
  const path = realpathSync(file)
  const log = `${path}-wal`
  const bytes = existsSync(log) ? readFileSync(log) : Buffer.alloc(0)
  const index = readWalIndex(`${path}-shm`)
  if (bytes.length <= headerLength) {
    return index !== undefined && index.frames > 0 && !index.isInDatabase
  }
  const isLittleEndian = (bytes.readUInt32BE(0) & 1) === 0
  const read = (at: number) => (isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))

  function addTo(sums: Sums, start: number, end: number): void {
    for (let at = start; at < end; at += 8) {
      sums.one = (sums.one + read(at) + sums.two) >>> 0
      sums.two = (sums.two + read(at + 4) + sums.one) >>> 0
    }
  }

  const hasSums = ({ one, two }: Sums, at: number) =>
    bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two
  const sums: Sums = { one: 0, two: 0 }
  addTo(sums, 0, 24)
  if (!hasSums(sums, 24)) return true

  const frameLength = frameHeaderLength + bytes.readUInt32BE(8)
  const salt = bytes.subarray(16, 24)
  let isValid = true
  let validFrames = 0
  let hasCommitted = false
  for (let at = headerLength; at + frameLength <= bytes.length; at += frameLength) {
    // Frames of an earlier log, whose file is used again, have another salt.
    const isCurrent = bytes.subarray(at + 8, at + 16).equals(salt)
    if (isValid) {
      addTo(sums, at, at + 8)
      addTo(sums, at + frameHeaderLength, at + frameLength)
      isValid = isCurrent && hasSums(sums, at + 16)
    }
    if (isValid) {
      validFrames += 1
      continue
    }
    if (isCurrent && hasCommitted) return true
    if (isCurrent && bytes.readUInt32BE(at + 4) > 0) hasCommitted = true
  }
  return index !== undefined && index.salt.equals(salt) && validFrames < index.frames
}
