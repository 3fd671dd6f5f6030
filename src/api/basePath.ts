/**
 * The path that the application is served under, with a slash at both its ends. index.html has found it out (src/boot.ts); in
 * Vite's own server and in tests, where nobody has, it is the root.
 */
export function basePath(): string {
  return document.documentElement.dataset.base ?? '/'
}
