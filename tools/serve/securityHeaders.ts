import { bootScriptHash } from '../generated/bootScript.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${bootScriptHash}`,
  "style-src-elem 'self'",
  "style-src-attr 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types edesk',
].join('; ')

const commonHeaders = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Headers of the demo's pages. Other static servers need the same: docs/deploying.md. */
export const pageHeaders = {
  ...commonHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'clipboard-write=(self), accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'Cache-Control': 'no-cache',
}

/**
 * Headers of the pages of a build for a real service. Only the demo's worker needs a Trusted Types policy, so these pages may
 * create none.
 */
export const realPageHeaders = {
  ...pageHeaders,
  'Content-Security-Policy': contentSecurityPolicy.replace(
    /trusted-types \w+$/,
    "trusted-types 'none'",
  ),
}

/** Headers of the service worker's file. It loads nothing else, and browsers must always revalidate it. */
export const workerHeaders = {
  ...commonHeaders,
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-cache',
}

/** Headers of files whose names change with their content. */
export const assetHeaders = {
  ...commonHeaders,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'public, max-age=31536000, immutable',
}
