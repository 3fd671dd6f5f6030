import type { Request } from '@playwright/test'

/** Returns the origin of the page that sends a request; undefined for a service worker, and for the first request of a page. */
export function originOfPage(request: Request): string | undefined {
  if (request.serviceWorker()) return undefined
  try {
    return new URL(request.frame().url()).origin
  } catch {
    // Playwright has no frame for the request yet.
    return undefined
  }
}
