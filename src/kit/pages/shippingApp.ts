import type { Locator } from '@playwright/test'

import { BasePage } from './basePage.ts'
import { click, fill, selectOption } from './find.ts'

/** A parcel to ship. */
export interface Parcel {
  /** The order's number, such as NW-1001. */
  order: string
  /** Defaults to "DHL". */
  carrier?: string
  /** Defaults to a number in the format of DHL. */
  trackingNumber?: string
}

/** `/apps/shipping`: the application of another company, which uses a token. */
export class ShippingApp extends BasePage {
  readonly key = this.page.getByRole('textbox', { name: 'API key', exact: true })
  readonly connectButton = this.page.getByRole('button', { name: 'Connect', exact: true })
  readonly orders = this.page.getByRole('table', { name: 'Orders to ship', exact: true })
  readonly carrier = this.page.getByRole('combobox', { name: 'Carrier', exact: true })
  readonly trackingNumber = this.page.getByRole('textbox', { name: 'Tracking number', exact: true })
  readonly sendButton = this.page.getByRole('button', { name: 'Send to eDesk', exact: true })
  /** The requests and their responses, newest first. */
  readonly requests = this.page
    .getByRole('region', { name: 'Requests', exact: true })
    .getByRole('listitem')

  async open(): Promise<void> {
    await this.tab.open('/apps/shipping')
  }

  /** Connects the application with the key of a token. */
  async connect(key: string): Promise<void> {
    await fill(this.key, 'API key', key)
    await click(this.connectButton, 'button "Connect"', this.page.getByRole('button'))
  }

  shipButton(order: string): Locator {
    return this.page.getByRole('button', { name: `Ship ${order}`, exact: true })
  }

  /** Opens an order's form and fills it in. */
  async fillParcel({ order, carrier, trackingNumber }: Parcel): Promise<void> {
    const orders = this.page.getByRole('button', { name: /^Ship / })
    await click(this.shipButton(order), `button "Ship ${order}"`, orders)
    await selectOption(this.carrier, 'Carrier', carrier ?? 'DHL')
    await fill(this.trackingNumber, 'Tracking number', trackingNumber ?? '00340434161094042557')
  }

  /** Sends carrier and tracking number of an order to eDesk. */
  async ship(parcel: Parcel): Promise<void> {
    await this.fillParcel(parcel)
    await click(this.sendButton, 'button "Send to eDesk"', this.page.getByRole('button'))
  }
}
