/** Why the public API refuses a key: it cannot read the key, does not know it, or the token may not do this. */
export type KeyRefusal =
  'unreadable' | 'expired' | 'paused' | 'unknown' | 'plan' | 'access' | 'address'

/** Returns the reason of a response with status 401 or 403. Responses with the same status differ only in their `details`. */
export function keyRefusal(status: 401 | 403, details: string): KeyRefusal {
  if (status === 401) {
    if (/\bexpired\b/i.test(details)) return 'expired'
    return /\bpaused\b/i.test(details) ? 'paused' : 'unreadable'
  }
  if (/\binvalid token\b/i.test(details)) return 'unknown'
  if (/\baddress\b/i.test(details)) return 'address'
  return /\bplan\b/i.test(details) ? 'plan' : 'access'
}
