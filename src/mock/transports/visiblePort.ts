/** Returns the port that a browser sees in a URL, also if it is the default port of the protocol. */
export function visiblePort({ port, protocol }: Pick<URL, 'port' | 'protocol'>): string {
  return port || (protocol === 'https:' ? '443' : '80')
}
