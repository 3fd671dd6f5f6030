import { bootScriptHash } from './generated/bootScript.ts'

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

const everywhere = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** What the application's pages are sent with. Static servers need the same: docs/deploying.md. */
export const pageHeaders = {
  ...everywhere,
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy':
    'clipboard-write=(self), accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'Cache-Control': 'no-cache',
}

/** For the service worker's file: it loads nothing, and must never be an old one. */
export const workerHeaders = {
  ...everywhere,
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-cache',
}

/** For files whose names change with their content. */
export const assetHeaders = {
  ...everywhere,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'public, max-age=31536000, immutable',
}
