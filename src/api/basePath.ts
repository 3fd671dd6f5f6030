/**
 * Returns the base path that the application is served under, with a slash at both ends. A script in index.html detects it
 * (src/boot.ts); Vite's development server and tests do not run it and use the root.
 * So does code that runs without a page.
 */
export function basePath(): string {
  if (!('document' in globalThis)) return '/'
  return document.documentElement.dataset.base ?? '/'
}
