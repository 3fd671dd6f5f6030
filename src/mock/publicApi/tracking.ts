import type { components } from '#src/api/generated/schema.ts'

import type { SentWith, TrackingRecord } from '../domain/helpdeskRecords.ts'
import { applicationOf } from '../domain/names.ts'
import { codesOfEach } from './codesOfEach.ts'
import type { FieldCodes } from './edeskError.ts'
import type { Caller } from './operation.ts'
import { codesOfBlankTexts } from './requiredTexts.ts'

type Schemas = components['schemas']
type TrackingRequest = Schemas['TrackingRequest']
type TrackingLinkRequest = Schemas['TrackingLinkRequest']
type Trackings = readonly TrackingRecord[]

/** By which application something is sent: an agent sees it beside the tracking code. */
export function senderOf({ token }: Caller, now: Date): SentWith {
  return { tokenId: token.id, tokenName: applicationOf(token), at: now.toISOString() }
}

/** What is wrong with the tracking codes in a request, besides what the contract's check finds. */
export function codesOfTrackingCodes(given?: readonly TrackingRequest[] | null): FieldCodes {
  return codesOfEach('tracking_codes', given, (tracking, prefix) =>
    codesOfBlankTexts(
      { ...tracking, tracking_code: withoutApostrophes(tracking.tracking_code) },
      ['tracking_code', 'tracking_carrier_name'],
      prefix,
    ),
  )
}

/**
 * An order's tracking with these codes in the place of those that it has. What came as a link alone stays: it has no code that
 * could be sent again. A code of the same carrier that is there already was sent by whoever sent it first, and keeps its link
 * where it comes without one, as in an answer.
 */
export function withTrackingCodes(
  before: Trackings,
  given: readonly TrackingRequest[],
  sender: SentWith,
): TrackingRecord[] {
  const links = before.filter(({ tracking_code }) => tracking_code === '')
  const known = new Map(before.map((tracking) => [codeAndCarrier(tracking), tracking]))
  const codes = given.map((tracking) => {
    const code = withoutApostrophes(tracking.tracking_code)
    const { tracking_carrier_name, tracking_carrier_link } = tracking
    const earlier = known.get(codeAndCarrier({ tracking_code: code, tracking_carrier_name }))
    return {
      tracking_code: code,
      tracking_link: linkFor(code, tracking_carrier_link) ?? earlier?.tracking_link ?? '',
      tracking_carrier_name,
      sentWith: earlier ? earlier.sentWith : sender,
    }
  })
  return [...links, ...codes]
}

/**
 * An order's tracking with these links in the place of those that it has. A link of the same carrier that is there already stays
 * as it is; a code without a link does too.
 */
export function withTrackingLinks(
  before: Trackings,
  given: readonly TrackingLinkRequest[],
  sender: SentWith,
): TrackingRecord[] {
  const known = new Map(before.map((tracking) => [linkAndCarrier(tracking), tracking]))
  const links = toTrackingRecords(given, sender).map(
    (tracking) => known.get(linkAndCarrier(tracking)) ?? tracking,
  )
  return [...before.filter(({ tracking_link }) => tracking_link === ''), ...links]
}

/** Tracking links that come in, as they are kept. */
export function toTrackingRecords(
  given: readonly TrackingLinkRequest[],
  sender: SentWith,
): TrackingRecord[] {
  return given.map(({ tracking_link, tracking_carrier_name = '' }) => ({
    tracking_code: '',
    tracking_link,
    tracking_carrier_name,
    sentWith: sender,
  }))
}

function codeAndCarrier({
  tracking_code,
  tracking_carrier_name,
}: Omit<Schemas['Tracking'], 'tracking_link'>): string {
  return JSON.stringify([tracking_code, tracking_carrier_name])
}

function linkAndCarrier({ tracking_link, tracking_carrier_name }: TrackingRecord): string {
  return JSON.stringify([tracking_link, tracking_carrier_name])
}

/** Applications are known to send codes that a spreadsheet has wrapped (eDesk API facts, "Docs against reality"). */
function withoutApostrophes(code: string): string {
  return /^'(.*)'$/s.exec(code)?.[1] ?? code
}

function linkFor(code: string, carrierLink: string | undefined): string | undefined {
  // Half of a surrogate pair, which JSON may hold, could not be encoded.
  return carrierLink?.replaceAll('(tracking_code)', () => encodeURIComponent(code.toWellFormed()))
}
