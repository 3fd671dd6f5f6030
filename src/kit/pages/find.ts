import { expect, type Locator, type Page } from '@playwright/test'

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
  return elements.map((element) => element.getAttribute('aria-label') ?? element.textContent.trim())
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
