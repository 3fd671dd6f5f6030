interface Policy {
  createScriptURL(scriptUrl: string): { toString(): string }
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(scriptUrl: string): string }): Policy
}

let policy: Policy | undefined

/**
 * Creates a trusted script URL for browsers that enforce Trusted Types. The policy accepts only the URL of the service worker.
 *
 * @returns an object typed as a string, whose `toString` returns the trusted value: MSW calls `toString` on the URL before it
 * registers the worker.
 */
export function trustedScriptUrl(scriptUrl: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  if (!factory) return scriptUrl
  policy ??= factory.createPolicy('edesk', {
    createScriptURL(url) {
      if (url !== scriptUrl) throw new TypeError('Only the URL of the service worker is allowed')
      return url
    },
  })
  const trusted = policy.createScriptURL(scriptUrl)
  return { toString: () => trusted } as unknown as string
}
