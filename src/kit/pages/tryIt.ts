import type { Locator, Page } from '@playwright/test'

import { operationsByApi } from '#src/mock/demo/faults.ts'

import { assertOneOf } from '../assertOneOf.ts'
import { PagePart } from '../steps.ts'
import type { Words } from '../words/words.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { click, clickInDialog, fill, find, findField } from './find.ts'

/** The region "Try it" on the key page and in the details. It sends requests with the key of a token. */
export class TryIt extends PagePart {
  readonly #words: Words
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
    const words = wordsOf(page)
    this.#words = words
    this.region = page.getByRole('region', words.named('apiExplorer.heading'))
    this.key = this.region.getByRole('textbox', words.named('apiExplorer.key.label'))
    this.operation = this.region.getByRole('combobox', words.named('apiExplorer.operation'))
    this.body = this.region.getByRole('textbox', words.named('apiExplorer.body'))
    this.sendButton = this.region.getByRole('button', words.named('apiExplorer.send'))
    this.changeDialog = page.getByRole('dialog', words.named('apiExplorer.change.title'))
    this.answer = this.region.getByRole('region', words.named('apiExplorer.response.heading'))
    this.command = this.region.getByRole('group', words.named('apiExplorer.command.title'))
    this.showKey = this.region.getByRole('checkbox', words.named('apiExplorer.command.show'))
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
    await findField(this.operation, this.#words.text('apiExplorer.operation'))
    if (input.key !== undefined)
      await fill(this.key, this.#words.text('apiExplorer.key.label'), input.key)
    await this.operation.selectOption(operationId)
    for (const [name, value] of Object.entries(input.path ?? {})) {
      await fill(this.region.getByRole('textbox', { name, exact: true }), name, value)
    }
    if (input.body !== undefined)
      await fill(this.body, this.#words.text('apiExplorer.body'), input.body)
    const buttons = this.region.getByRole('button')
    await click(this.sendButton, this.#words.describe('button', 'apiExplorer.send'), buttons)
    const chosen = await this.operation.locator('option:checked').textContent()
    if (chosen?.trim().startsWith('GET ')) return
    // Invalid input opens no dialog.
    const invalidField = this.region.locator('[aria-invalid=true]').first()
    await find(this.changeDialog.or(invalidField), 'dialog that asks before the request', buttons)
    if (!(await this.changeDialog.isVisible())) return
    await clickInDialog(this.changeDialog, 'apiExplorer.send')
  }
}
