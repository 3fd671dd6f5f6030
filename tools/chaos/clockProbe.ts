import { limits } from '#src/api/generated/values.ts'
import { msPerHour, msPerMinute } from '#src/shared/time.ts'

import { type Answer, type AnswerCounts, logIn, reportFault, type Send } from './api.ts'
import { withKey } from './application.ts'
import type { HostClock } from './hostClock.ts'

/** How many requests a token may send at once. */
const quota = 60

/** What a jump of the clock must not break. */
interface Probe {
  send: Send
  counts: AnswerCounts
  clock: HostClock
  /** Distinguishes its token from others. */
  name: string
}

/**
 * Moves the clock by less than a session lasts, and checks what does not depend on the clock: the session stays, a repeated creation
 * finds its token, a quota that is used up is full again after any jump, and the log of requests is kept.
 *
 * @param shift the difference before.
 * @param jumpMs how far the clock moves.
 */
export async function probeClock(
  { send, counts, clock, name }: Probe,
  shift: number,
  jumpMs: number,
): Promise<void> {
  const Cookie = await logIn(send)
  if (Cookie === undefined) return void counts.faults.push('The probe cannot log in.')
  const expectStatus = (status: number, answer: Answer | undefined, what: string) => {
    if (answer && answer.status !== status) reportFault(counts, what, answer)
  }
  const creation = () =>
    send('POST', '/api/tokens', {
      headers: { Cookie, 'Idempotency-Key': `creation-of-${name}` },
      body: { name, accessLevel: 'read_only' },
    })

  const created = await creation()
  const isRetryLate = jumpMs >= limits.creationRetryMinutes * msPerMinute
  clock.setShift(shift + jumpMs)
  const repeated = await creation()
  expectStatus(isRetryLate ? 200 : 201, repeated, 'A repeated creation')
  if (tokenOf(repeated).id !== tokenOf(created).id) {
    counts.faults.push(`The creation of ${name} was repeated as another token.`)
  }

  const key = tokenOf(repeated).key ?? tokenOf(created).key
  const ask = withKey(send, String(key))
  const whoami = () => ask('GET', '/v1/whoami')
  const first = await Promise.all(Array.from({ length: quota }, whoami))
  for (const answer of first) expectStatus(200, answer, 'A request within the quota')
  // Meanwhile, the quota fills with two requests a second.
  let more = 0
  while (more < quota && (await whoami())?.status === 200) more += 1
  if (more === quota) counts.faults.push(`A token may send ${quota + more} requests at once.`)
  clock.setShift(shift + jumpMs - msPerHour)
  expectStatus(200, await whoami(), 'A used quota, after the clock was put back')
  clock.setShift(shift + jumpMs)
  expectStatus(200, await whoami(), 'A quota after an hour')
  const requests = await send('GET', `/api/tokens/${tokenOf(created).id}/requests`, {
    headers: { Cookie },
  })
  const { total = 0 } = Object(requests?.body) as { total?: number }
  const answered = quota + more + 2
  if (total < answered) counts.faults.push(`${total} of ${answered} requests are logged.`)
}

function tokenOf(answer: Answer | undefined): { id?: string; key?: string | null } {
  const { token, key } = Object(answer?.body) as { token?: { id: string }; key?: string | null }
  return { ...token, ...(key === undefined ? {} : { key }) }
}
