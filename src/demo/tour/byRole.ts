const selectors = {
  button: 'button',
  dialog: 'dialog[open]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  menu: '[role=menu]',
  navigation: 'nav',
  radio: 'input[type=radio]',
  radiogroup: '[role=radiogroup]',
  table: 'table',
  textbox: 'input:not([type]), input[type=text], textarea',
}

export type Role = keyof typeof selectors

/**
 * The visible elements of a role, as assistive technology would find them on the product's pages.
 *
 * @param name the whole accessible name; any where it is left out.
 */
export function allByRole(role: Role, name?: string, within: ParentNode = document): HTMLElement[] {
  const all = [...within.querySelectorAll<HTMLElement>(selectors[role])]
  return all.filter(
    (element) =>
      !element.closest('[data-tour]') &&
      (name === undefined || nameOf(element) === name) &&
      element.checkVisibility(),
  )
}

/** The first of them. */
export function byRole(role: Role, name?: string, within?: ParentNode): HTMLElement | undefined {
  return allByRole(role, name, within)[0]
}

/** The accessible name of an element, as far as the product's pages make use of what there is to name one. */
export function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const named = ids.flatMap((id) => document.getElementById(id) ?? [])
  if (named.length > 0) return named.map(textOf).join(' ')
  if (isField(element)) return [...(element.labels ?? [])].map(textOf).join(' ')
  return textOf(element)
}

/** What a field holds. */
export function valueOf(element: HTMLElement | undefined): string {
  return element && isField(element) ? element.value : ''
}

function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

/** What stands in an element: white space counts as one space. */
export function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
