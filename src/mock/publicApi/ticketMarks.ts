import type { components } from '#src/api/generated/schema.ts'

import type { TicketRecord } from '../domain/helpdeskRecords.ts'

/** A ticket's status, and the marks beside it. */
type Marked = Pick<TicketRecord, 'status' | 'unread' | 'priority'>
type Wanted = components['schemas']['TicketStatusWide']

/** What a ticket is with what a request calls its status: a mark leaves the status as it is. */
export function withStatus({ status, unread, priority }: Marked, wanted: Wanted): Marked {
  switch (wanted) {
    case 'Unread':
    case 'Read':
      return { status, unread: wanted === 'Unread', priority }
    case 'Priority':
    case 'Unpriority':
      return { status, unread, priority: wanted === 'Priority' }
    default:
      return { status: wanted, unread, priority }
  }
}

/** Whether a ticket has the status or the mark that a filter asks for. */
export function hasStatus({ status, unread, priority }: Marked, wanted: Wanted): boolean {
  switch (wanted) {
    case 'Unread':
    case 'Read':
      return unread === (wanted === 'Unread')
    case 'Priority':
    case 'Unpriority':
      return priority === (wanted === 'Priority')
    default:
      return status === wanted
  }
}
