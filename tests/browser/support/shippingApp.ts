import { page } from 'vitest/browser'

import { clickButton, fill } from './userActions.ts'

/** Connects the shipping application with a key. */
export async function connect(key: string): Promise<void> {
  await fill('API key', key)
  await clickButton('Connect')
}

/** Sends a tracking number of DHL for an order. */
export async function ship(
  order = 'NW-1001',
  trackingNumber = '00340434161094042557',
): Promise<void> {
  await clickButton(`Ship ${order}`)
  await page.getByRole('combobox', { name: 'Carrier' }).selectOptions('DHL')
  await fill('Tracking number', trackingNumber)
  await clickButton('Send to eDesk')
}
