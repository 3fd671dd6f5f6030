import fc from 'fast-check'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { foreignId, type Kind, kindOfField, unknownId } from './ids.ts'

/** A placeholder for a number that is infinite once parsed: valid JSON, but `JSON.stringify` cannot write it. */
const infinite = 'INFINITE'

/** Values that are invalid for almost every field. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', ' ', '1', [], {}, [[]], [null], infinite),
  fc.constantFrom<unknown>(2 ** 53, -(2 ** 53), 1e300, -1e300, 5e-324, '9'.repeat(20), '1e3'),
  fc.constantFrom(
    '2026-02-30 10:00:00',
    '2026-11-24T09:00:00Z',
    '9999-12-31 23:59:60',
    'not a date',
  ),
  fc.constantFrom('javascript:alert(1)', 'https://', 'http://[', 'a@', `${'a'.repeat(400)}@b.c`),
  fc.constantFrom('\ud800', '\u0000', '../..', '%', '😀'.repeat(300)),
  fc.integer({ min: 1000, max: 100_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 2000 }).map(nested),
  fc.integer({ min: 1, max: 1500 }).map((length) => Array<unknown>(length).fill({})),
  fc.jsonValue({ stringUnit: anyCharacter }),
)

const strangeNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'id',
  'businessId',
  'keyHash',
  '',
  'a/b~c%d#e"f',
  '\ud800',
] as const

function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

type Change =
  | { kind: 'replace'; by: unknown }
  | { kind: 'remove' }
  | { kind: 'add'; name: string; value: unknown }
  /** Replaces one of our ids with one of another business, or with an unknown one. */
  | { kind: 'refer'; foreign: boolean }

/** A change, and the index of the place in the value that it applies to, modulo the number of places. */
interface Corruption {
  place: number
  change: Change
}

/** Ways to corrupt a value: one to three changes at any place. */
export const corruptions: fc.Arbitrary<readonly Corruption[]> = fc.array(
  fc.record<Corruption>({ place: fc.nat({ max: 60 }), change: changes() }),
  { minLength: 1, maxLength: 3 },
)

function changes(): fc.Arbitrary<Change> {
  const name = fc.oneof(fc.constantFrom(...strangeNames), fc.string({ unit: anyCharacter }))
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('replace' as const), by: strange }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('add' as const), name, value: strange }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('refer' as const), foreign: fc.boolean() }),
    },
  )
}

/** Applies changes to a value. */
export function corrupted(value: unknown, wanted: readonly Corruption[]): unknown {
  return wanted.reduce(corruptedOnce, value)
}

/** Replaces one of our ids with one of another business, or an unknown one. Returns a value without ids unchanged. */
export function withForeignId(value: unknown, place: number, foreign: boolean): unknown {
  return corruptedOnce(value, { place, change: { kind: 'refer', foreign } })
}

function corruptedOnce(value: unknown, { place, change }: Corruption): unknown {
  const all = placesIn(value, [])
  const fit = change.kind === 'refer' ? all.filter((path) => kindOfPath(path) !== undefined) : all
  const path = fit[place % Math.max(1, fit.length)]
  return path ? changedAt(value, path, plain(change, path)) : value
}

function plain(change: Change, path: Path): Exclude<Change, { kind: 'refer' }> {
  if (change.kind !== 'refer') return change
  const kind = kindOfPath(path)
  return { kind: 'replace', by: kind && change.foreign ? foreignId(kind) : unknownId }
}

type Path = readonly string[]

/** What kind of thing the id at the end of a path identifies. For a list of ids, the name of the list decides. */
function kindOfPath(path: Path): Kind | undefined {
  return kindOfField(path.findLast((part) => !/^\d+$/.test(part)) ?? '')
}

/** Returns the paths to all places in a value, except for deep levels and long lists from earlier changes. */
function placesIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null || path.length > 4) return [path]
  const parts = Object.entries(value).slice(0, 20)
  return [path, ...parts.flatMap(([name, part]) => placesIn(part, [...path, name]))]
}

function changedAt(
  value: unknown,
  [name, ...rest]: Path,
  change: Exclude<Change, { kind: 'refer' }>,
): unknown {
  if (name === undefined) return changed(value, change)
  const entries = Object.entries(value as object).flatMap(([key, part]: [string, unknown]) => {
    if (key !== name) return [[key, part] as const]
    if (change.kind === 'remove' && rest.length === 0) return []
    return [[key, changedAt(part, rest, change)] as const]
  })
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}

function changed(value: unknown, change: Exclude<Change, { kind: 'refer' }>): unknown {
  if (change.kind === 'replace') return change.by
  if (change.kind === 'remove' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return [...(value as unknown[]), change.value]
  // Unlike a literal, this creates an own property `__proto__`, as JSON does.
  return Object.fromEntries([...Object.entries(value), [change.name, change.value]])
}

/** Serializes a value as JSON. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${infinite}"`, '1e999')
}
