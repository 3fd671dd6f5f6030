import type { Operation } from '../operation.ts'

export const listTicketViews: Operation<'listTicketViews', 'user'> = {
  who: 'user',
  async run({ actor, db }) {
    const tickets = await db.list('tickets', 'byUpdate', {
      equals: [actor.business.id],
      direction: 'descending',
    })
    const items = tickets.map(({ id, subject, status, contactName, channelName, updatedAt }) => ({
      id,
      subject,
      status,
      contactName,
      channelName,
      updatedAt,
    }))
    return { status: 200, body: { items, total: items.length } }
  },
}
