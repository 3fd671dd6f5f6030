import { existsSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'

/** https://www.sqlite.org/walformat.html#the_wal_index_file_format */
const formatVersion = 3_007_000
const headerLength = 48
const checkedLength = 40
const backfillAt = 2 * headerLength

/** What the index of a write-ahead log says about the log. SQLite writes it after a transaction is on the disk. */
export interface WalIndex {
  /** The number of frames in the log, up to the last stored transaction. */
  frames: number
  /** The salt of the log that it belongs to. */
  salt: Buffer
  /** Whether all of them are also in the database. */
  isInDatabase: boolean
}

/**
 * Reads the index of a log, which a process leaves behind if it is killed.
 *
 * @param path the file, whose name ends in `-shm`.
 * @returns undefined if there is none, or it is damaged: nothing depends on it, because SQLite creates it again.
 */
export function readWalIndex(path: string): WalIndex | undefined {
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  if (bytes.length < backfillAt + 4) return undefined
  // There are two copies of the header. A process may be killed while it writes one of them.
  const header = [0, headerLength]
    .map((start) => bytes.subarray(start, start + headerLength))
    .find(isHeader)
  if (!header) return undefined
  const frames = readNumber(header, 16)
  return {
    frames,
    salt: header.subarray(32, 40),
    isInDatabase: readNumber(bytes, backfillAt) === frames,
  }
}

function isHeader(bytes: Buffer): boolean {
  let one = 0
  let two = 0
  for (let at = 0; at < checkedLength; at += 8) {
    one = (one + readNumber(bytes, at) + two) >>> 0
    two = (two + readNumber(bytes, at + 4) + one) >>> 0
  }
  const isIntact = readNumber(bytes, 40) === one && readNumber(bytes, 44) === two
  return isIntact && readNumber(bytes, 0) === formatVersion && bytes[12] === 1
}

/** The numbers are in the machine's byte order: SQLite maps the file into memory. */
function readNumber(bytes: Buffer, at: number): number {
  return endianness() === 'LE' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
}
