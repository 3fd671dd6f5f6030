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
  readonly key = this.named('textbox', 'shipping.connect.key')
  readonly connectButton = this.named('button', 'shipping.connect.connect')
  readonly orders = this.named('table', 'shipping.orders.heading')
  readonly carrier = this.named('combobox', 'shipping.form.carrier')
  readonly trackingNumber = this.named('textbox', 'shipping.form.code')
  readonly sendButton = this.named('button', 'shipping.form.send')
  /** The requests and their responses, newest first. */
  readonly requests = this.named('region', 'shipping.requests.heading').getByRole('listitem')

  async open(): Promise<void> {
    await this.tab.open('/apps/shipping')
  }

  /** Connects the application with the key of a token. */
  async connect(key: string): Promise<void> {
    await fill(this.key, this.words.text('shipping.connect.key'), key)
    await click(
      this.connectButton,
      this.words.describe('button', 'shipping.connect.connect'),
      this.page.getByRole('button'),
    )
  }

  shipButton(order: string): Locator {
    return this.named('button', 'shipping.orders.ship', { order })
  }

  /** Opens an order's form and fills it in. */
  async fillParcel({ order, carrier, trackingNumber }: Parcel): Promise<void> {
    const what = this.words.describe('button', 'shipping.orders.ship', { order })
    await click(this.shipButton(order), what, this.named('button', 'shipping.orders.ship'))
    await selectOption(this.carrier, this.words.text('shipping.form.carrier'), carrier ?? 'DHL')
    await fill(
      this.trackingNumber,
      this.words.text('shipping.form.code'),
      trackingNumber ?? '00340434161094042557',
    )
  }

  /** Sends carrier and tracking number of an order to eDesk. */
  async ship(parcel: Parcel): Promise<void> {
    await this.fillParcel(parcel)
    await click(
      this.sendButton,
      this.words.describe('button', 'shipping.form.send'),
      this.page.getByRole('button'),
    )
  }
}
