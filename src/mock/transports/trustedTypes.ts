interface Policy {
  createScriptURL(address: string): { toString(): string }
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
}

let policy: Policy | undefined

/**
 * An address of a script that browsers with Trusted Types accept: the worker's own, and no other.
 *
 * @returns something to give where a string is asked for. It is an object whose `toString` gives the trusted value, because
 * MSW makes a string of what it gets before it registers the worker.
 */
export function trustedScriptUrl(address: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  if (!factory) return address
  policy ??= factory.createPolicy('edesk', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError('Only the worker may be loaded this way')
      return asked
    },
  })
  const trusted = policy.createScriptURL(address)
  return { toString: () => trusted } as unknown as string
}
