/** By how many milliseconds the service's clock is ahead of this device's. */
let ahead = 0
const listeners = new Set<() => void>()
/** A `Date` header tells whole seconds and is some time on its way: less than this is no difference. */
const tolerance = 2_000

/** The service's time, as far as its answers have told it: a device's clock may be wrong. */
export function serviceNow(): Date {
  return new Date(Date.now() + ahead)
}

/** Takes the time from an answer (RFC 9110, 6.6.1). Another origin's may not be readable; then the device's counts. */
export function noteServiceTime({ headers }: Response): void {
  const told = Date.parse(headers.get('Date') ?? '')
  if (Number.isNaN(told) || Math.abs(told - serviceNow().getTime()) < tolerance) return
  ahead = told - Date.now()
  for (const listener of listeners) listener()
}

/** Calls `listener` when the service's time turns out to be another than it was taken for. */
export function onServiceTime(listener: () => void): void {
  listeners.add(listener)
}
