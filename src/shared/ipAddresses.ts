import ipaddr from 'ipaddr.js'

/** Why a text is no address and no range. */
export type AddressIssue = 'not-an-address' | 'leading-zeros' | 'address-zone' | 'range-prefix'

/** A range in its canonical form (`parseRange`), or why a text is none. */
export type RangeResult = { ok: true; value: string } | { ok: false; code: AddressIssue }

/** What a reader should know about a range: hardly a limit at all, or not reachable from the internet. */
export type RangeRemark = 'too-wide' | 'private'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** An IPv4 address is mapped into these first bits of an IPv6 address (RFC 4291, section 2.5.5.2). */
const mappedPrefixBits = 96

/**
 * Returns an IP address in its canonical form: IPv6 as in RFC 5952, without a zone; an IPv4-mapped IPv6 address as IPv4.
 *
 * @returns undefined for any other text. An IPv4 address with a leading zero is none: some programs read it as octal.
 */
export function parseAddress(text: string): string | undefined {
  const address = readAddress(text.replace(/%.*$/s, ''))
  return address && formatAddress(address)
}

/**
 * Returns an address or a CIDR range in its canonical form: bits behind the prefix are zero, and a range of one address is the address.
 *
 * @param text such as `203.0.113.7`, `203.0.113.0/24` or `2001:DB8::/32`.
 */
export function parseRange(text: string): RangeResult {
  const [start, bits, ...rest] = text.split('/') as [string, ...string[]]
  const address = readAddress(start)
  if (!address || rest.length > 0) return { ok: false, code: issueOf(start) }
  const prefix = bits === undefined ? bitsOf(address) : readPrefix(bits, start, address)
  if (prefix === undefined) return { ok: false, code: 'range-prefix' }
  return { ok: true, value: formatRange(address, prefix) }
}

/** Creates a function that tells whether one of these ranges contains an address. It is false for undefined and null. */
export function createRangeMatcher(
  ranges: readonly string[],
): (address: string | null | undefined) => boolean {
  const parsed = ranges.map(toCidr)
  return (text) => {
    const address = readAddress(text ?? '')
    return address !== undefined && parsed.some((range) => contains(range, address))
  }
}

/** Whether all addresses of a range are in another one. Both must be in their canonical form. */
export function isWithinRange(inner: string, outer: string): boolean {
  const [start, prefix] = toCidr(inner)
  const range = toCidr(outer)
  return prefix >= range[1] && contains(range, start)
}

/** Returns a remark about a range in its canonical form; undefined if there is nothing to say. */
export function remarkOn(range: string): RangeRemark | undefined {
  const [start, prefix] = toCidr(range)
  if (privateRanges.has(start.range())) return 'private'
  return prefix < widestBits[start.kind()] ? 'too-wide' : undefined
}

/** The prefix of the widest range without a remark: 65,536 IPv4 addresses, or the IPv6 addresses of one provider. */
const widestBits = { ipv4: 16, ipv6: 32 }

/** The kinds of addresses from which no request of the internet comes. Those of the documentation are not among them: demos use them. */
const privateRanges: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
])

function readAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  if (!isIpv6(text)) return undefined
  const address = ipaddr.IPv6.parse(text)
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address
}

/** The library also accepts zones, IPv4 parts with leading zeros, and the deprecated `::1.2.3.4`. */
function isIpv6(text: string): boolean {
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return false
  const ipv4Part = /[^:]*\.[^:]*$/.exec(text)?.[0]
  if (ipv4Part === undefined) return true
  return ipaddr.IPv4.isValidFourPartDecimal(ipv4Part) && text !== `::${ipv4Part}`
}

function issueOf(text: string): AddressIssue {
  if (parseAddress(text) !== undefined) return text.includes('%') ? 'address-zone' : 'range-prefix'
  const withoutZeros = text.replace(/\b0+(?=\d)/g, '')
  return readAddress(withoutZeros) ? 'leading-zeros' : 'not-an-address'
}

/** Reads a prefix length. Of an IPv4-mapped range, it counts from the beginning of the IPv6 address. */
function readPrefix(bits: string, start: string, address: Address): number | undefined {
  if (!/^(0|[1-9]\d{0,2})$/.test(bits)) return undefined
  const isMapped = address.kind() === 'ipv4' && start.includes(':')
  const prefix = Number(bits) - (isMapped ? mappedPrefixBits : 0)
  return prefix >= 0 && prefix <= bitsOf(address) ? prefix : undefined
}

function bitsOf(address: Address): number {
  return address.kind() === 'ipv4' ? 32 : 128
}

function formatAddress(address: Address): string {
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
}

function formatRange(address: Address, prefix: number): string {
  const text = formatAddress(address)
  if (prefix === bitsOf(address)) return text
  const cidr = `${text}/${prefix}`
  const network =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr)
  return `${formatAddress(network)}/${prefix}`
}

function toCidr(range: string): [Address, number] {
  const address = ipaddr.parse(range.replace(/\/.*$/, ''))
  return [address, Number(/\/(\d+)$/.exec(range)?.[1] ?? bitsOf(address))]
}

function contains([start, prefix]: [Address, number], address: Address): boolean {
  return start.kind() === address.kind() && address.match(start, prefix)
}
