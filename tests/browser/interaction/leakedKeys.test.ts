import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { collectPageData } from '#src/kit/matchers/tracesInPage.ts'
import { openApp } from '#src/kit/vitest.ts'
import { chooseFile } from '../support/chooseFile.ts'

it('finds a key in ten megabytes of pasted text and in a file', async () => {
  const { backend } = await openApp({ scenario: 'leaked' })
  const key = await backend.keyOf('ShipFast')
  const log = `${'2026-11-24 08:41:13 INFO nothing to see here\n'.repeat(233_000)}${key}\n`
  const text = page.getByRole('textbox', { name: 'Text that contains a key' })
  const held = page.getByRole('list', { name: 'Long texts and files' }).getByRole('listitem')
  await text.fill(log)
  await expect.element(held).toMatchTextContent('10.5 MB')
  await expect.element(text).toHaveValue('')

  const file = new File([log], 'a.log', { type: 'text/plain' })
  await chooseFile(page.getByRole('button', { name: 'Choose files' }), file)
  await expect.poll(() => held.elements()).toHaveLength(2)
  await page.getByRole('button', { name: 'Look for keys' }).click()
  await expect.element(page.getByRole('heading', { name: '1 key found' })).toBeVisible()

  const token = page
    .getByRole('list', { name: 'Tokens that the keys belong to' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'ShipFast' }) })
  await token.getByRole('button', { name: 'Delete token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete ShipFast?' })
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect.element(token).toMatchTextContent('Deleted')
  const pieces = key.replace('edesk_', '').match(/.{12}/g) ?? []
  const traces = (await collectPageData()).filter(([, text]) =>
    pieces.some((piece) => text.includes(piece)),
  )
  expect(traces.map(([place]) => place)).toEqual([])
})
