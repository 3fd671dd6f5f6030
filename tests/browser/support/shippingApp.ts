import { page } from 'vitest/browser'

/** Connects the shipping application with the key of a token. */
export async function connect(key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(key)
  await page.getByRole('button', { name: 'Connect' }).click()
}

/** Ships the order NW-1001. */
export async function ship(): Promise<void> {
  await page.getByRole('button', { name: 'Ship NW-1001' }).click()
  await page.getByRole('combobox', { name: 'Carrier' }).selectOptions('DHL')
  await page.getByRole('textbox', { name: 'Tracking number' }).fill('00340434161094042557')
  await page.getByRole('button', { name: 'Send to eDesk' }).click()
}
