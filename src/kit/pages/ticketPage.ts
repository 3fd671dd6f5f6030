import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'
import { click } from './find.ts'

/** `/tickets`, "Tickets". */
export class TicketListPage extends BasePage {
  readonly table = this.named('table', 'tickets.table')

  async open(): Promise<void> {
    await this.tab.openAsUser('/tickets')
  }

  async openTicket(subject: string): Promise<void> {
    const link = this.table.getByRole('link', { name: subject, exact: true })
    await click(link, `ticket "${subject}"`, this.table.getByRole('link'))
  }
}

/** `/tickets/{id}`: the ticket's subject is the heading. */
export class TicketPage extends BasePage {
  readonly messages = this.named('region', 'tickets.messages')
  readonly order = this.named('region', 'tickets.order')
  /** The parcels of the order: one item each, with carrier and tracking number. */
  readonly tracking = this.order
    .getByRole('list', this.words.named('tickets.tracking'))
    .getByRole('listitem')

  async open(ticketId: string | number): Promise<void> {
    await this.tab.openAsUser(`/tickets/${ticketId}`)
  }

  trackingLink(trackingNumber: string): Locator {
    return this.tracking.getByRole('link', { name: trackingNumber, exact: true })
  }
}
