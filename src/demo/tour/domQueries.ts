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
 * Returns the visible elements with a role, outside of the tour itself.
 *
 * @param name the full accessible name; any name if omitted.
 */
export function findAllByRole(
  role: Role,
  name?: string,
  within: ParentNode = document,
): HTMLElement[] {
  const all = [...within.querySelectorAll<HTMLElement>(selectors[role])]
  return all.filter(
    (element) =>
      !element.closest('[data-tour]') &&
      (name === undefined || accessibleName(element) === name) &&
      element.checkVisibility(),
  )
}

/** Returns the first visible element with a role and name. */
export function findByRole(
  role: Role,
  name?: string,
  within?: ParentNode,
): HTMLElement | undefined {
  return findAllByRole(role, name, within)[0]
}

/** Computes an accessible name. Covers only the ways of naming that the application's pages use. */
export function accessibleName(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const named = ids.flatMap((id) => document.getElementById(id) ?? [])
  if (named.length > 0) return named.map(textOf).join(' ')
  if (isField(element)) return [...(element.labels ?? [])].map(textOf).join(' ')
  return textOf(element)
}

/** Returns the value of a field, or an empty string for any other element. */
export function valueOf(element: HTMLElement | undefined): string {
  return element && isField(element) ? element.value : ''
}

function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

/** Returns the text of an element, with white space collapsed. */
export function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
