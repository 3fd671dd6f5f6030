import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { replaceClipboard, workingClipboard } from '../support/clipboard.ts'
import { copyKey, generateToken, keyField } from '../support/tokenForm.ts'
import { clickButton, expectAlert } from '../support/userActions.ts'

const list = '/settings/api-tokens'

describe('leaving the key page', () => {
  it('asks for confirmation if the key was not copied, and does not ask after copying', async () => {
    replaceClipboard(workingClipboard)
    await openApp({ as: 'admin', at: list })
    const addLink = page.getByRole('link', { name: 'Add a token' })
    const question = page.getByRole('dialog', { name: 'Leave without copying the key?' })
    await addLink.click()
    const key = await generateToken()

    const navigation = page.getByRole('navigation', { name: 'Main' })
    await navigation.getByRole('link', { name: 'Tickets' }).click()
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect.element(question).not.toBeInTheDocument()
    await expect.element(keyField).toHaveValue(key)
    history.back()
    await expect.element(question).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(question).not.toBeInTheDocument()
    await expect.element(keyField).toHaveValue(key)
    await clickButton('Return to Token List')
    await question.getByRole('button', { name: 'Leave' }).click()
    await expect.element(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()

    await addLink.click()
    await generateToken({ name: 'Second' })
    await copyKey()
    await clickButton('Return to Token List')
    await expect.element(page.getByRole('link', { name: 'Second' })).toBeVisible()
  })
})

describe('a clipboard that does not work', () => {
  it.each([
    ['rejects the text', { writeText: () => Promise.reject(new Error('no')) }],
    ['is missing', undefined],
  ] as const)(
    'makes the page select the key for Ctrl+C: the clipboard %s',
    async (_case, clipboard) => {
      replaceClipboard(clipboard)
      await openApp({ as: 'admin', at: `${list}/new` })
      const key = await generateToken()
      const status = page.getByRole('status')
      await clickButton('Copy')
      await expectAlert('Ctrl+C')
      await expect.element(status).not.toMatchTextContent('Copied')
      expect(getSelection()?.toString()).toBe(key)
      await userEvent.keyboard('{Control>}c{/Control}')
      await expect.element(status).toMatchTextContent('Copied')
      await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    },
  )
})
