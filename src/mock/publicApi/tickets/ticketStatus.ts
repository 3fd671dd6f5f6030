import type { components } from '#src/api/generated/schema.ts'

import type { TicketRecord } from '../../domain/helpdeskRecords.ts'

/** A ticket's status, and the flags that eDesk's API also treats as statuses. */
type StatusAndFlags = Pick<TicketRecord, 'status' | 'unread' | 'priority'>
type StatusOrFlag = components['schemas']['TicketStatusWide']

/** Applies the `status` of a request. A flag such as `Unread` leaves the status itself unchanged. */
export function withStatus(
  { status, unread, priority }: StatusAndFlags,
  requested: StatusOrFlag,
): StatusAndFlags {
  switch (requested) {
    case 'Unread':
    case 'Read':
      return { status, unread: requested === 'Unread', priority }
    case 'Priority':
    case 'Unpriority':
      return { status, unread, priority: requested === 'Priority' }
    default:
      return { status: requested, unread, priority }
  }
}

/** Whether a ticket has the status or flag of a filter. */
export function hasStatus(
  { status, unread, priority }: StatusAndFlags,
  requested: StatusOrFlag,
): boolean {
  switch (requested) {
    case 'Unread':
    case 'Read':
      return unread === (requested === 'Unread')
    case 'Priority':
    case 'Unpriority':
      return priority === (requested === 'Priority')
    default:
      return status === requested
  }
}
