import type { components } from '#src/api/generated/schema.ts'

import type { SentWith, TrackingRecord } from '../../domain/helpdeskRecords.ts'

type TrackingLinkRequest = components['schemas']['TrackingLinkRequest']

/**
 * Replaces the tracking links of an order. A link that the order already has for the same carrier stays unchanged, and so do
 * codes without a link.
 */
export function withTrackingLinks(
  before: readonly TrackingRecord[],
  given: readonly TrackingLinkRequest[],
  sender: SentWith,
): TrackingRecord[] {
  const existing = new Map(before.map((tracking) => [linkAndCarrier(tracking), tracking]))
  const links = toTrackingRecords(given, sender).map(
    (tracking) => existing.get(linkAndCarrier(tracking)) ?? tracking,
  )
  return [...before.filter(({ tracking_link }) => tracking_link === ''), ...links]
}

/** Converts the tracking links in a request to tracking records. */
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

function linkAndCarrier({ tracking_link, tracking_carrier_name }: TrackingRecord): string {
  return JSON.stringify([tracking_link, tracking_carrier_name])
}
