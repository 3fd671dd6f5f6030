import { expect, type Locator, type Page } from '@playwright/test'

import { escapeText } from '../words/expressions.ts'
import type { MessageKey } from '../words/messageKey.ts'
import type { Values } from '../words/words.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** The number of names in an error. */
const maxNames = 20

/**
 * Waits for an element that an action needs, within the time limit of `expect`.
 *
 * @param what the element, for the error: `token "ShipFast"`.
 * @param others what the page may have instead; the error lists it.
 * @throws Error that says what the page has.
 */
export async function find(target: Locator, what: string, others?: Locator): Promise<Locator> {
  try {
    await expect(target.first()).toBeAttached()
    return target
  } catch {
    const found = others ? ` ${listNames(await others.evaluateAll(namesOf))}` : ''
    throw new Error(`There is no ${what}.${found}\n${await describePage(target.page())}`)
  }
}

/** Clicks an element. Fails like `find`. */
export async function click(target: Locator, what: string, others?: Locator): Promise<void> {
  await (await find(target, what, others)).click()
}

/** Checks a checkbox or a radio button. Fails like `find`. */
export async function check(target: Locator, what: string, others?: Locator): Promise<void> {
  await (await find(target, what, others)).check()
}

/** Waits for a field, as `find` does. The error lists the fields of the page. */
export function findField(field: Locator, name: string): Promise<Locator> {
  const page = field.page()
  const fields = page
    .getByRole('textbox')
    .or(page.getByRole('searchbox'))
    .or(page.getByRole('combobox'))
  return find(field, `field "${name}"`, fields)
}

/** Fills in a field. The error lists the fields of the page. */
export async function fill(field: Locator, name: string, text: string): Promise<void> {
  await (await findField(field, name)).fill(text)
}

/**
 * Chooses an option of a select by its label.
 *
 * @param name the name of the select, for the error.
 * @throws Error that lists the options, if it has no such option.
 */
export async function selectOption(select: Locator, name: string, label: string): Promise<void> {
  await findField(select, name)
  const options = select.locator('option')
  const option = options.filter({ hasText: new RegExp(String.raw`^\s*${escapeText(label)}\s*$`) })
  await find(option, `option "${label}" of "${name}"`, options)
  await select.selectOption({ label })
}

/** Clicks a button of the toolbar for the selected tokens. */
export async function clickInToolbar(
  toolbar: Locator,
  key: MessageKey,
  values?: Values,
): Promise<void> {
  const words = wordsOf(toolbar.page())
  const button = toolbar.getByRole('button', words.named(key, values))
  const what = `${words.describe('button', key, values)} for selected tokens`
  await click(button, what, toolbar.getByRole('button'))
}

/** Waits for a button in a dialog. The error lists the buttons of the open dialogs. */
export function findInDialog(dialog: Locator, key: MessageKey, values?: Values): Promise<Locator> {
  const page = dialog.page()
  const words = wordsOf(page)
  const button = dialog.getByRole('button', words.named(key, values))
  const others = page.getByRole('dialog').getByRole('button')
  return find(button, `${words.describe('button', key, values)} in a dialog`, others)
}

/** Clicks a button in a dialog. Fails like `findInDialog`. */
export async function clickInDialog(
  dialog: Locator,
  key: MessageKey,
  values?: Values,
): Promise<void> {
  await (await findInDialog(dialog, key, values)).click()
}

/** Says which page it is, with its alerts. */
export async function describePage(page: Page): Promise<string> {
  const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts()
  const alerts = await page.getByRole('alert').allInnerTexts()
  const isLogin = new URL(page.url(), 'http://localhost').pathname.endsWith('/login')
  return [
    `The page is "${headings.join(' ')}", ${page.url()}.`,
    ...alerts.filter((text) => text !== '').map((text) => `Its alert: ${oneLine(text)}`),
    ...(isLogin ? ["Nobody is logged in. To log somebody in: test.use({ as: 'admin' })."] : []),
  ].join(' ')
}

/** Runs in the page. Returns the name of each element. */
function namesOf(elements: (Element | SVGElement)[]): string[] {
  return elements.map((element) => {
    const [label] = 'labels' in element ? ((element as HTMLInputElement).labels ?? []) : []
    return element.getAttribute('aria-label') ?? (label ?? element).textContent
  })
}

function listNames(names: readonly string[]): string {
  // The application isolates names of another direction by invisible characters.
  const texts = [
    ...new Set(names.map((name) => oneLine(name.replaceAll(/[\u2066-\u2069]/g, '')))),
  ].filter((name) => name !== '')
  if (texts.length === 0) return 'There is none.'
  const more = texts.length > maxNames ? `, and ${texts.length - maxNames} more` : ''
  const list = texts.slice(0, maxNames).map((name) => `"${name}"`)
  return `There are: ${list.join(', ')}${more}.`
}

/** Joins the lines of a text. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
