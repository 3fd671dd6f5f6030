/** How many milliseconds the service's clock is ahead of this device's clock. */
let offsetMs = 0
const listeners = new Set<() => void>()
/** Smaller differences are ignored: a `Date` header has whole seconds, and the response takes some time to arrive. */
const toleranceMs = 2_000

/** Returns the service's current time, according to its responses. The device's clock may be wrong. */
export function serviceNow(): Date {
  return new Date(Date.now() + offsetMs)
}

/** Reads the service's time from a response (RFC 9110, 6.6.1). Does nothing if another origin hides the `Date` header. */
export function updateServiceTime({ headers }: Response): void {
  const serviceTime = Date.parse(headers.get('Date') ?? '')
  if (Number.isNaN(serviceTime)) return
  if (Math.abs(serviceTime - serviceNow().getTime()) < toleranceMs) return
  offsetMs = serviceTime - Date.now()
  for (const listener of listeners) listener()
}

/** Calls `listener` whenever the difference between the service's clock and this device's clock changes. */
export function onServiceTime(listener: () => void): void {
  listeners.add(listener)
}
