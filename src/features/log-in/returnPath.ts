/**
 * Returns the path to open after login. Only paths of this application are accepted; anything else becomes the start page.
 *
 * @param returnTo the query parameter of the log-in page, unvalidated.
 */
export function safeReturnPath(returnTo: unknown): string {
  // After a second slash or a backslash, browsers would read the rest as another host.
  return typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/'
}
