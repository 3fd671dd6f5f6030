import { crc32 } from 'node:zlib'

import { type AnyRecord, StorageError } from '../port.ts'

/** Returns a record as the database keeps it: its JSON and the checksum of this text. */
export function encodeRecord(record: unknown): { text: string; checksum: number } {
  const text = JSON.stringify(record)
  return { text, checksum: crc32(text) }
}

/**
 * Reads a record of `encodeRecord`.
 *
 * @throws StorageError if the record is not as it was stored.
 */
export function decodeRecord({ record, checksum }: Record<string, unknown>): AnyRecord {
  if (typeof record !== 'string' || crc32(record) !== checksum) {
    throw new StorageError('unavailable', new Error('A record of the data file is damaged.'))
  }
  return JSON.parse(record) as AnyRecord
}
