/** Families of parameters: Google Analytics, Matomo and Piwik, HubSpot, Google Ads, Adobe, Mailchimp. */
const families =
  /^(?:utm_|ga_|_ga|_gac_|gad_|mtm_|matomo_|pk_|piwik_|hsa_|__hs|_hs|mc_|trk_|s_kwcid)/i

const names = new Set(
  [
    // Clicks on advertisements and posts: Google, Meta, Microsoft, X, TikTok, LinkedIn, Instagram, Pinterest, Reddit, Snapchat, Yandex
    ...[
      'gclid',
      'gclsrc',
      'dclid',
      'gbraid',
      'wbraid',
      'srsltid',
      '_gl',
      'fbclid',
      'msclkid',
      'twclid',
    ],
    ...['ttclid', 'li_fat_id', 'igshid', 'igsh', 'epik', 'rdt_cid', 'ScCid', 'yclid', 'ysclid'],
    // Newsletters and partner programmes
    ...[
      'mkt_tok',
      'hsCtaTracking',
      'vero_id',
      'vero_conv',
      '_kx',
      '_ke',
      'oly_anon_id',
      'oly_enc_id',
    ],
    ...[
      'ml_subscriber',
      'ml_subscriber_hash',
      '_bta_tid',
      '_bta_c',
      'wickedid',
      'dm_i',
      'elqTrackId',
    ],
    ...['cjevent', 'irclickid', 'irgwc', 'awc', 'zanpid', 'rb_clickid', 'cmpid', 'campaign_id'],
    ...['ref', 'ref_src', 'ref_url', 'spm', 'trk', '_openstat'],
  ].map((name) => name.toLowerCase()),
)

/**
 * Whether other programs add this parameter to links to count visits. The author of the link cannot prevent it, and it says
 * nothing about a token.
 */
export function isTrackingParameter(parameter: string): boolean {
  return families.test(parameter) || names.has(parameter.toLowerCase())
}
