/*
 * The addresses of demos are those that are reserved for documentation (RFC 5737, RFC 3849). No real server has them.
 */

/** The address that a person's browser has in a demo. */
export const browserAddress = '203.0.113.10'

/** The address of the server of the sample application, ShipFast. */
export const applicationAddress = serverAddress(0)

/** The address of a stranger who has found a key. */
export const strangerAddress = '192.0.2.66'

/** Returns the address of the server of an application, which is counted from 0. */
export function serverAddress(application: number): string {
  return `198.51.100.${20 + (application % 200)}`
}
