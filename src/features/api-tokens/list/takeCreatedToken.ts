/**
 * Returns the id of the token whose key the user has just seen, if the page was reached from there. It is in the state of the
 * history entry, and removed from it, so that Back and a reload do not point at the token again.
 */
export function takeCreatedToken(): string | undefined {
  const { createdToken, ...rest } = (history.state ?? {}) as Record<string, unknown>
  if (typeof createdToken !== 'string') return undefined
  history.replaceState(rest, '')
  return createdToken
}
