import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { findTraces } from '#src/kit/matchers/tracesInPage.ts'
import { openApp } from '#src/kit/vitest.ts'

import { chooseFile } from '../support/chooseFile.ts'

it('finds keys in a text and a file of ten megabytes each', async () => {
  const { backend } = await openApp({ scenario: 'leaked' })
  const key = await backend.keyOf('ShipFast')
  const { key: keyInFile } = await backend.addToken({ name: 'Night run' })
  const log = '2026-11-24 08:41:13 INFO nothing to see here\n'.repeat(233_000)
  const text = page.getByRole('textbox', { name: 'Text that contains a key' })
  const held = page.getByRole('list', { name: 'Long texts and files' }).getByRole('listitem')
  await text.fill(`${log}${key}\n`)
  await expect.element(held).toMatchTextContent('10.5 MB')
  await expect.element(text).toHaveValue('')

  const file = new File([log, keyInFile], 'a.log', { type: 'text/plain' })
  await chooseFile(page.getByRole('button', { name: 'Choose files' }), file)
  await expect.poll(() => held.elements()).toHaveLength(2)
  await page.getByRole('button', { name: 'Look for keys' }).click()
  await expect.element(page.getByRole('heading', { name: '2 keys found' })).toBeVisible()

  const token = page
    .getByRole('list', { name: 'Tokens that the keys belong to' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'ShipFast' }) })
  await token.getByRole('button', { name: 'Delete token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete ShipFast?' })
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect.element(token).toMatchTextContent('Token deleted')
  const pieces = `${key} ${keyInFile}`.replaceAll('edesk_', '').match(/\w{12}/g) ?? []
  expect(await findTraces(pieces)).toEqual([])
})
