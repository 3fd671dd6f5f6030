import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { focusOn } from '../support/focusOn.ts'
import { replaceClipboard, workingClipboard } from '../support/clipboard.ts'
import { copyKey, fillTokenForm } from '../support/tokenForm.ts'
import { clickButton, expectHeading, expectStatus, fill } from '../support/userActions.ts'

const form = { as: 'admin', at: '/settings/api-tokens/new' } as const
const nameField = page.getByRole('textbox', { name: 'Token Name' })
const descriptionField = page.getByRole('textbox', { name: 'Token Description' })

function choice(feature: string, permission: string) {
  return page.getByRole('radiogroup', { name: feature }).getByRole('radio', { name: permission })
}

describe('the name of a new token', () => {
  it('shows an error at the field if it is invalid, and keeps the input', async () => {
    await openApp(form)
    for (const [typed, error] of [
      ['   ', /Enter the name/],
      ['\u200b\u2060\u3164', /Enter the name/],
      ['x'.repeat(81), /80 characters or fewer/],
      ['Ship\u0007Fast', /cannot be shown/],
    ] as const) {
      await fillTokenForm({ name: typed })
      await clickButton('Generate token')
      await expect.element(nameField).toHaveAccessibleDescription(error)
      await expect.element(nameField).toHaveFocus()
      await expect.element(nameField).toHaveValue(typed)
      await fill('Token Name', 'ShipFast')
      await expect.element(nameField).not.toHaveAttribute('aria-invalid')
    }
  })

  it('shows an error if another token has the same name in another spelling', async () => {
    const { backend } = await openApp(form)
    await backend.addToken({ name: 'ShipFast' })
    for (const name of ['ship fast', 'ＳＨＩＰＦＡＳＴ', ' Ship\u200bFast ']) {
      await fillTokenForm({ name, description: 'stays' })
      await clickButton('Generate token')
      await expect.element(nameField).toHaveAccessibleDescription(/already exists/)
      await expect.element(nameField).toHaveFocus()
      await expect.element(descriptionField).toHaveValue('stays')
      await fill('Token Name', 'Another')
      await expect.element(nameField).not.toHaveAttribute('aria-invalid')
    }
    await clickButton('Generate token')
    await expectHeading('Copy your API key')
  })

  it('can have 80 characters, counted as users count them', async () => {
    await openApp(form)
    await nameField.fill('👨‍👩‍👧‍👦'.repeat(80))
    await expect.element(page.getByText('80/80')).toBeVisible()
  })
})

describe('the form for a new token', () => {
  it('generates one token even if the button is clicked five times and the form is submitted', async () => {
    const { backend } = await openApp(form)
    await fillTokenForm()
    const button = page.getByRole('button', { name: 'Generate token' }).element()
    if (!(button instanceof HTMLButtonElement)) throw new Error('Expected a generate button.')
    for (let click = 0; click < 5; click += 1) button.click()
    button.form?.requestSubmit()
    await expectHeading('Copy your API key')
    expect(backend.requests.filter((sent) => sent === 'POST /api/tokens')).toHaveLength(1)
    expect(await backend.tokens()).toHaveLength(1)
    await clickButton('Return to Token List')
    await clickButton('Leave')
    const table = page.getByRole('table', { name: 'API Tokens' })
    await expect.element(table.getByRole('link', { name: 'ShipFast' })).toBeVisible()
    expect(table.getByRole('row').elements()).toHaveLength(2)
  })

  it('shows all features on a laptop at once, in rows of 44 pixels', async () => {
    await page.viewport(1280, 800)
    await openApp(form)
    await page.getByRole('radio', { name: 'Custom' }).click()
    const features = page
      .getByRole('group', { name: 'Permissions' })
      .getByRole('radiogroup')
      .elements()
      .slice(1)
    expect(features).toHaveLength(11)
    const [first, last] = [features[0], features.at(-1)].map((row) => row?.getBoundingClientRect())
    const bar = page.getByRole('button', { name: 'Generate token' }).element()
    // Between the header and the bar at the bottom.
    const room = bar.getBoundingClientRect().top - 56
    expect((last?.bottom ?? 0) - (first?.top ?? 0)).toBeLessThan(room)
    const tops = features.map((row) => Math.round(row.getBoundingClientRect().top))
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBe(44)
  })

  it('says what the token can do at its buttons on a phone, and unfolds it', async () => {
    await page.viewport(360, 740)
    await openApp(form)
    await page.getByRole('radio', { name: 'Custom' }).click()
    await choice('Sales Orders', 'Full Access').click()
    await choice('Tickets', 'Read Only').click()
    const access = page.getByRole('region', { name: 'What this token can do' })
    const line = access.getByText('Can change Sales Orders, read Tickets')
    await expect.element(line).toBeInViewport()
    await expect.element(access.getByText(/^\s*Expires /)).toBeInViewport()
    await line.click()
    const sentences = 'Can read and change Sales Orders. Can read Tickets. Nothing else.'
    await expect.element(access.getByText(sentences)).toBeInViewport()
  })

  it('takes seven clicks from the list to a copied key and back, with two features', async () => {
    replaceClipboard(workingClipboard)
    await openApp({ as: 'admin', at: '/settings/api-tokens' })
    let clicks = 0
    const count = () => (clicks += 1)
    addEventListener('pointerdown', count)
    onTestFinished(() => removeEventListener('pointerdown', count))
    await page.getByRole('link', { name: 'Add a token' }).click()
    await fill('Token Name', 'ShipFast')
    await page.getByRole('radio', { name: 'Custom' }).click()
    await choice('Sales Orders', 'Full Access').click()
    await choice('Tickets', 'Read Only').click()
    await clickButton('Generate token')
    await copyKey()
    await clickButton('Return to Token List')
    await expect.element(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
    expect(clicks).toBe(7)
  })

  it('switches templates by keyboard, and keeps the typed description', async () => {
    await openApp(form)
    const template = page.getByRole('combobox', { name: 'Start from a template' })
    await descriptionField.fill('Mine')
    await template.selectOptions('Chatbot')
    await expectStatus('your description is kept')
    await expect.element(template).toHaveAccessibleDescription(/Answers customers/)
    await expect.element(choice('Tickets', 'Full Access')).toBeChecked()
    focusOn(template)
    await userEvent.keyboard('{Home}')
    await expectStatus('Template removed')
    await expect.element(descriptionField).toHaveValue('Mine')
    const levels = page.getByRole('radiogroup', { name: 'Select Access Level' })
    expect(levels.getByRole('radio', { checked: true }).elements()).toHaveLength(0)
  })

  it('is prefilled by a link after the log-in, and generates the token only on request', async () => {
    const link = new URLSearchParams({
      name: 'Ship & Fast',
      template: 'shipping',
      contacts: 'read_only',
      scope: '<img src=x onerror=alert(1)>',
    })
    const { backend } = await openApp({ at: `/settings/api-tokens/new?${link}` })
    await clickButton('Log in as Admin, Professional plan')
    const notes = [
      'Filled in by a link: check it before you generate',
      'Not all of the link could be used',
    ]
    for (const note of notes) await expect.element(page.getByText(note)).toBeVisible()
    const misfits = page.getByRole('listitem').filter({ hasText: /^\s*“/ })
    await expect.element(misfits).toHaveTextContent('“scope” isn’t supported and was ignored.')
    await expect.element(nameField).toHaveValue('Ship & Fast')
    await expect.element(choice('Contacts', 'Read Only')).toBeChecked()
    await expect.element(choice('Sales Orders', 'Full Access')).toBeChecked()
    expect(await backend.tokens()).toEqual([])
    await clickButton('Generate token')
    await expectHeading('Copy your API key')
    const [token] = await backend.tokens()
    expect(token).toMatchObject({ name: 'Ship & Fast', permissions: { users: 'no_access' } })
  })
})
