import { basePath } from './basePath.ts'

/** Returns the base URL of the API: the one that the deployment set in `index.html`, otherwise the application's own URL. */
export function apiBaseUrl(): string {
  const configured = document.querySelector<HTMLMetaElement>('meta[name="api-base-url"]')?.content
  return (configured || new URL(basePath(), location.origin).href).replace(/\/$/, '')
}
