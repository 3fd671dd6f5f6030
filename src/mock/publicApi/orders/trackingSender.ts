import type { SentWith } from '../../domain/helpdeskRecords.ts'
import { applicationName } from '../../domain/names.ts'
import type { Caller } from '../operation.ts'

/** The application that sends a tracking code or link. Agents see it beside the order's tracking. */
export function trackingSender({ token }: Pick<Caller, 'token'>, now: Date): SentWith {
  return { tokenId: token.id, tokenName: applicationName(token), at: now.toISOString() }
}
