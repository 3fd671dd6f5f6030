import { BlockList, isIP } from 'node:net'

/**
 * Creates a function that tells whether a connection comes from a trusted proxy.
 *
 * @param proxies IP addresses, subnets such as `172.16.0.0/12`, or `loopback` for this machine.
 * @throws Error if one of them is none of these.
 */
export function createProxyCheck(
  proxies: readonly string[],
): (address: string | undefined) => boolean {
  const trusted = new BlockList()
  for (const proxy of proxies) {
    if (proxy === 'loopback') {
      trusted.addSubnet('127.0.0.0', 8)
      trusted.addAddress('::1', 'ipv6')
    } else addNetwork(trusted, proxy)
  }
  return (address) => {
    const version = isIP(address ?? '')
    return (
      address !== undefined && version !== 0 && trusted.check(address, `ipv${version as 4 | 6}`)
    )
  }
}

function addNetwork(trusted: BlockList, proxy: string): void {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(proxy) ?? []
  const version = isIP(address)
  const maxBits = version === 4 ? 32 : 128
  const prefix = Number(bits ?? maxBits)
  if (version === 0 || prefix > maxBits) {
    throw new Error(
      `“${proxy}” is not the address of a proxy. Use an IP address, a subnet such as 172.16.0.0/12, or loopback.`,
    )
  }
  trusted.addSubnet(address, prefix, `ipv${version as 4 | 6}`)
}
