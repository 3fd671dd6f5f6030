import type { Schema } from './schemas.ts'

/** How a value in a request violates the contract. */
export interface Violation {
  /** The path of the value; for `required` and `unknown` that of the property. */
  path: readonly string[]
  kind:
    | 'type'
    | 'enum'
    | 'minLength'
    | 'maxLength'
    | 'pattern'
    | 'format'
    | 'characters'
    | 'minimum'
    | 'maximum'
    | 'required'
    | 'unknown'
    | 'minProperties'
    | 'maxProperties'
    | 'minItems'
    | 'maxItems'
    | 'uniqueItems'
    | 'oneOf'
  /** The schema of the value, or of the property that is missing. */
  schema: Schema
  /** The path of the attachment that contains the value (`x-attachment`), if any. */
  attachment: readonly string[] | undefined
  detail: string
}

/** A value in the checked one. Its path is put together only for a violation, because there are thousands of places. */
export interface Place {
  schema: Schema
  /** The name of the property, or the index of the item. */
  name: string | number
  parent: Place | undefined
}

/** A violation before its path is put together: most are of one of several choices, and nobody asks for their paths. */
interface Finding {
  kind: Violation['kind']
  place: Place
  detail: string
}

/** The violations so far, and how many are enough. */
export interface Findings {
  violations: Finding[]
  limit: number
}

/** Creates findings without violations. */
export function createFindings(limit: number): Findings {
  return { violations: [], limit }
}

/** Whether there are enough violations. */
export function isFull({ violations, limit }: Findings): boolean {
  return violations.length >= limit
}

/** Adds a violation, unless there are enough. */
export function report(
  found: Findings,
  kind: Violation['kind'],
  place: Place,
  detail: string,
): void {
  if (!isFull(found)) found.violations.push({ kind, place, detail })
}

/** Returns the violations with their paths. */
export function violationsIn({ violations }: Findings): Violation[] {
  return violations.map(toViolation)
}

function toViolation({ kind, place, detail }: Finding): Violation {
  const places = placesTo(place)
  const attachment = places.findLast(({ schema }) => schema['x-attachment'])
  return {
    kind,
    detail,
    schema: place.schema,
    path: pathOf(places),
    attachment: attachment && pathOf(placesTo(attachment)),
  }
}

/** Returns a place and those that contain it, from the outside in, without the checked value itself. */
function placesTo(place: Place): Place[] {
  return place.parent ? [...placesTo(place.parent), place] : []
}

function pathOf(places: readonly Place[]): string[] {
  return places.map(({ name }) => String(name))
}
