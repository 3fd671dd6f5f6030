import { createRangeMatcher, parseRange } from '#src/shared/ipAddresses.ts'

const loopback = ['127.0.0.0/8', '::1']

/**
 * Creates a function that tells whether an address is that of a trusted proxy.
 *
 * @param proxies IP addresses, subnets such as `172.16.0.0/12`, or `loopback` for this machine.
 * @throws Error if one of them is none of these.
 */
export function createProxyCheck(
  proxies: readonly string[],
): (address: string | undefined) => boolean {
  return createRangeMatcher(proxies.flatMap(rangesOf))
}

function rangesOf(proxy: string): readonly string[] {
  if (proxy === 'loopback') return loopback
  const range = parseRange(proxy)
  if (range.ok) return [range.value]
  throw new Error(
    `“${proxy}” is not the address of a proxy. Use an IP address, a subnet such as 172.16.0.0/12, or loopback.`,
  )
}
