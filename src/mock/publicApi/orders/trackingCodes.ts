import type { components } from '#src/api/generated/schema.ts'

import type { SentWith, TrackingRecord } from '../../domain/helpdeskRecords.ts'
import { validateEach } from '../fields/validateEach.ts'
import type { FieldCodes } from '../edeskError.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

type Schemas = components['schemas']
type TrackingRequest = Schemas['TrackingRequest']

/** Validates the tracking codes in a request, beyond the contract check. */
export function validateTrackingCodes(given?: readonly TrackingRequest[] | null): FieldCodes {
  return validateEach('tracking_codes', given, (tracking, prefix) =>
    validateNotBlank(
      { ...tracking, tracking_code: withoutApostrophes(tracking.tracking_code) },
      ['tracking_code', 'tracking_carrier_name'],
      prefix,
    ),
  )
}

/**
 * Replaces the tracking codes of an order. Entries with only a link stay, because a request cannot send them again without a
 * code. A code that the order already has for the same carrier keeps its original sender. It also keeps its link if the request
 * has none, for example because a client sends back what it got in a response.
 */
export function withTrackingCodes(
  before: readonly TrackingRecord[],
  given: readonly TrackingRequest[],
  sender: SentWith,
): TrackingRecord[] {
  const links = before.filter(({ tracking_code }) => tracking_code === '')
  const existing = new Map(before.map((tracking) => [codeAndCarrier(tracking), tracking]))
  const codes = given.map((tracking) => {
    const code = withoutApostrophes(tracking.tracking_code)
    const { tracking_carrier_name, tracking_carrier_link } = tracking
    const earlier = existing.get(codeAndCarrier({ tracking_code: code, tracking_carrier_name }))
    return {
      tracking_code: code,
      tracking_link: linkFor(code, tracking_carrier_link) ?? earlier?.tracking_link ?? '',
      tracking_carrier_name,
      sentWith: earlier ? earlier.sentWith : sender,
    }
  })
  return [...links, ...codes]
}

function codeAndCarrier({
  tracking_code,
  tracking_carrier_name,
}: Omit<Schemas['Tracking'], 'tracking_link'>): string {
  return JSON.stringify([tracking_code, tracking_carrier_name])
}

/** Some applications send codes that a spreadsheet has wrapped in apostrophes. */
function withoutApostrophes(code: string): string {
  return /^'(.*)'$/s.exec(code)?.[1] ?? code
}

function linkFor(code: string, carrierLink: string | undefined): string | undefined {
  // encodeURIComponent throws on a lone surrogate, which JSON may contain.
  return carrierLink?.replaceAll('(tracking_code)', () => encodeURIComponent(code.toWellFormed()))
}
