import { text } from './untrustedValues.ts'

/** The addresses that a demo can have, for messages. */
export const demoAddressForm =
  'an IP address in 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32'

/** Parses an address for a demo and returns it in its canonical form; undefined if it is not reserved for documentation. */
export function parseDemoAddress(text: string): string | undefined {
  const ipv4 = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/
  if (ipv4.test(text)) return text
  // The URL standard has the same canonical form as RFC 5952. A parser of its own would be a large part of a page's first file.
  const url = `http://[${text}]`
  if (!/^[\da-f:]+$/i.test(text) || !URL.canParse(url)) return undefined
  const ipv6 = new URL(url).hostname.slice(1, -1)
  return ipv6.startsWith('2001:db8:') ? ipv6 : undefined
}

/** Checks an address for a demo, which TypeScript may not have checked. Returns it in its canonical form. @throws Error that names the valid ones. */
export function demoAddress(value: unknown): string {
  const address = parseDemoAddress(text(value, 'address'))
  if (address !== undefined) return address
  throw new Error(`The address must be ${demoAddressForm}.`)
}
