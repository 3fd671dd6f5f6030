import type { Locator, Page } from '@playwright/test'

import { operationsByApi } from '#src/mock/demo/faults.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { PagePart } from '../steps.ts'
import { click, clickInDialog, fill, find, findField } from './find.ts'

/** The region "Try it" on the key page and in the details. It sends requests with the key of a token. */
export class TryIt extends PagePart {
  readonly region: Locator
  /** Only in the details. The key page has the key already. */
  readonly key: Locator
  readonly operation: Locator
  readonly body: Locator
  readonly sendButton: Locator
  /** "Send DELETE /tags/1?": asks before a request that changes data. */
  readonly changeDialog: Locator
  /** The response. */
  readonly answer: Locator
  /** The request as a shell command. */
  readonly command: Locator
  readonly showKey: Locator

  constructor(page: Page) {
    super(page)
    this.region = page.getByRole('region', { name: 'Try it', exact: true })
    this.key = this.region.getByRole('textbox', { name: 'API key', exact: true })
    this.operation = this.region.getByRole('combobox', { name: 'Operation', exact: true })
    this.body = this.region.getByRole('textbox', { name: 'Body', exact: true })
    this.sendButton = this.region.getByRole('button', { name: 'Send request', exact: true })
    this.changeDialog = page.getByRole('dialog', { name: /^Send (POST|PUT|DELETE) \// })
    this.answer = this.region.getByRole('region', { name: 'Answer', exact: true })
    this.command = this.region.getByRole('group', { name: 'cURL', exact: true })
    this.showKey = this.region.getByRole('checkbox', {
      name: 'Show the key in the command',
      exact: true,
    })
  }

  /**
   * Sends a request. Confirms the dialog that a request that changes data opens.
   *
   * @param operationId an operation of the API reference: `whoami`, `createMessage`, …
   * @param input a key to paste first, values of the path such as `{ ticketId: '1' }`, and a body to replace the example.
   */
  async send(
    operationId: string,
    input: { key?: string; path?: Readonly<Record<string, string>>; body?: string } = {},
  ): Promise<void> {
    assertOneOf('an operation of the public API', operationId, operationsByApi.public)
    await findField(this.operation, 'Operation')
    if (input.key !== undefined) await fill(this.key, 'API key', input.key)
    await this.operation.selectOption(operationId)
    for (const [name, value] of Object.entries(input.path ?? {})) {
      await fill(this.region.getByRole('textbox', { name, exact: true }), name, value)
    }
    if (input.body !== undefined) await fill(this.body, 'Body', input.body)
    const buttons = this.region.getByRole('button')
    await click(this.sendButton, 'button "Send request"', buttons)
    const chosen = await this.operation.locator('option:checked').textContent()
    if (chosen?.trim().startsWith('GET ')) return
    // Invalid input opens no dialog.
    const invalidField = this.region.locator('[aria-invalid=true]').first()
    await find(this.changeDialog.or(invalidField), 'dialog that asks before the request', buttons)
    if (!(await this.changeDialog.isVisible())) return
    const button = this.changeDialog.getByRole('button', { name: 'Send request', exact: true })
    await clickInDialog(button, 'Send request')
  }
}
