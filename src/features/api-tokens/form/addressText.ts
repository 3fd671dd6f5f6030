import { itemLimits } from '#src/api/generated/values.ts'
import {
  type AddressIssue,
  isWithinRange,
  parseRange,
  type RangeRemark,
  remarkOn,
} from '#src/shared/ipAddresses.ts'

/** A part of a text that is no address and no range. */
export interface AddressError {
  /** Counted from 1. */
  line: number
  text: string
  code: AddressIssue
  /** The positions of its first character and behind its last one. */
  start: number
  end: number
}

export interface ReadAddresses {
  /** The number of addresses and ranges, with those that are not valid. */
  count: number
  /** The addresses and ranges in their canonical form, each one once. Undefined if one is not valid, or if they are too many. */
  ranges: readonly string[] | undefined
  errors: readonly AddressError[]
  /** The text with one address or range in each line, in its canonical form. What is not valid stays as it is. */
  normalized: string
}

/** What the user should know about the ranges of a list. */
export type AddressRemark =
  | { kind: RangeRemark | 'twice'; ranges: readonly string[] }
  | { kind: 'within'; inner: string; outer: string }

/** The maximum number of addresses and ranges of a token. */
export const maxAddresses = itemLimits.NewToken.allowedAddresses

/** Not more than these are read: a text that somebody pastes can be long. */
const maxRead = 4 * maxAddresses
/** What stands between addresses: in a list, a table, a program or a sentence. */
const entryPattern = /[^\s,;|"'“”‘’()[\]{}]+/g

/** Reads the addresses and ranges in a text. */
export function readAddresses(text: string): ReadAddresses {
  const entries = [...text.matchAll(entryPattern)]
  const read = entries.slice(0, maxRead).map((entry) => ({ entry, range: parseRange(entry[0]) }))
  const errors = read.flatMap(({ entry: { 0: found, index }, range }) =>
    range.ok
      ? []
      : [
          {
            line: text.slice(0, index).split('\n').length,
            text: found,
            code: range.code,
            start: index,
            end: index + found.length,
          },
        ],
  )
  const isValid = errors.length === 0 && entries.length <= maxAddresses
  const ranges = read.flatMap(({ range }) => (range.ok ? [range.value] : []))
  return {
    count: entries.length,
    ranges: isValid ? [...new Set(ranges)] : undefined,
    errors,
    normalized: entries
      .map(([found], position) => {
        const range = read[position]?.range
        return range?.ok ? range.value : found
      })
      .join('\n'),
  }
}

/** Returns remarks on the ranges of a text as `readAddresses` normalizes it. */
export function remarksOn(normalized: string): AddressRemark[] {
  const lines = normalized.split('\n').filter((line) => parseRange(line).ok)
  const ranges = [...new Set(lines)].slice(0, maxAddresses)
  const grouped = (kind: AddressRemark['kind'] & (RangeRemark | 'twice'), found: string[]) =>
    found.length > 0 ? [{ kind, ranges: found }] : []
  return [
    ...grouped(
      'private',
      ranges.filter((range) => remarkOn(range) === 'private'),
    ),
    ...grouped(
      'too-wide',
      ranges.filter((range) => remarkOn(range) === 'too-wide'),
    ),
    ...grouped(
      'twice',
      ranges.filter((range) => lines.indexOf(range) < lines.lastIndexOf(range)),
    ),
    ...ranges.flatMap((inner): AddressRemark[] => {
      const outer = ranges.find((other) => other !== inner && isWithinRange(inner, other))
      return outer === undefined ? [] : [{ kind: 'within', inner, outer }]
    }),
  ]
}
