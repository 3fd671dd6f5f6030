/**
 * Where to go after logging in: the page first asked for, if it is one of this application's own.
 *
 * @param asked the query parameter as the address has it; anything that could lead elsewhere is taken as the start page.
 */
export function returnAddress(asked: unknown): string {
  // A second slash or a backslash would make browsers read the rest as another host.
  return typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/'
}
