/** The placeholder in a tracking link. eDesk replaces it with the tracking code. */
export const codePlaceholder = '(tracking_code)'

/** The carriers, each with the URL of its tracking page. */
export const carriers: Readonly<Record<string, string>> = {
  'An Post': `https://www.anpost.com/Post-Parcels/Track/History?item=${codePlaceholder}`,
  DHL: `https://www.dhl.com/en/express/tracking.html?AWB=${codePlaceholder}`,
  DPD: `https://tracking.dpd.de/status/en_US/parcel/${codePlaceholder}`,
  Evri: `https://www.evri.com/track/parcel/${codePlaceholder}`,
  FedEx: `https://www.fedex.com/fedextrack/?trknbr=${codePlaceholder}`,
  'Royal Mail': `https://www.royalmail.com/track-your-item#/tracking-results/${codePlaceholder}`,
  UPS: `https://www.ups.com/track?tracknum=${codePlaceholder}`,
}
