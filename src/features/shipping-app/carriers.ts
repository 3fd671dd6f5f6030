/** Where the code stands in an address that eDesk is given, to be replaced by it (eDesk API facts, TrackingRequest). */
export const codePlaceholder = '(tracking_code)'

/** The carriers that parcels go out with, and where each shows where a parcel is. */
export const carriers: Readonly<Record<string, string>> = {
  'An Post': `https://www.anpost.com/Post-Parcels/Track/History?item=${codePlaceholder}`,
  DHL: `https://www.dhl.com/en/express/tracking.html?AWB=${codePlaceholder}`,
  DPD: `https://tracking.dpd.de/status/en_US/parcel/${codePlaceholder}`,
  Evri: `https://www.evri.com/track/parcel/${codePlaceholder}`,
  FedEx: `https://www.fedex.com/fedextrack/?trknbr=${codePlaceholder}`,
  'Royal Mail': `https://www.royalmail.com/track-your-item#/tracking-results/${codePlaceholder}`,
  UPS: `https://www.ups.com/track?tracknum=${codePlaceholder}`,
}
