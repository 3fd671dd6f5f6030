/**
 * Runs in the page, after @testing-library/dom was put there: finds elements by role and name, whichever program drives the
 * browser. It imports nothing (tools/scriptOf.ts).
 */
interface Wanted {
  role: string
  name?: string
  /** What the name begins with, in place of the whole name. */
  nameBegins?: string
  /** The element that it is in. */
  within?: Wanted
}

interface TestingLibrary {
  queryAllByRole(
    container: HTMLElement,
    role: string,
    options: { name?: (name: string) => boolean; hidden?: boolean },
  ): HTMLElement[]
}

/** `execCommand` is deprecated, and the only way to write as a person does, in every engine. */
interface EditingDocument {
  execCommand(command: 'insertText', shownByBrowser: false, text: string): boolean
}

const { TestingLibraryDom } = globalThis as unknown as { TestingLibraryDom: TestingLibrary }

Object.assign(globalThis, { edeskEngine: { find, target, valueOf, textOf, fill, choose } })

function find({ role, name, nameBegins, within }: Wanted): HTMLElement | null {
  const container = within ? find(within) : document.body
  if (!container) return null
  const fits = (given: string) =>
    nameBegins === undefined ? name === undefined || given === name : given.startsWith(nameBegins)
  // The library would ask for the style of each element and of all that it is in, which takes WebKit half a second.
  const all = TestingLibraryDom.queryAllByRole(container, role, { name: fits, hidden: true })
  return all.find(isShown) ?? null
}

function isShown(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], [inert]') === null
  )
}

/** What is clicked on, in the middle of the window, where nothing that sticks to an edge covers it. */
function target(wanted: Wanted): HTMLElement | null {
  const element = find(wanted)
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
  return element
}

function found(wanted: Wanted): HTMLElement {
  const element = find(wanted)
  if (!element) throw new Error(`There is no ${JSON.stringify(wanted)}`)
  return element
}

function valueOf(wanted: Wanted): string {
  return (found(wanted) as HTMLInputElement).value
}

function textOf(wanted: Wanted): string {
  return found(wanted).innerText
}

/** Writes as a person does: what is there is replaced, and the page hears of it. */
function fill(wanted: Wanted, text: string): void {
  const field = found(wanted) as HTMLInputElement
  field.focus()
  field.select()
  const editing: EditingDocument = document
  editing.execCommand('insertText', false, text)
}

function choose(wanted: Wanted, label: string): void {
  const field = found(wanted) as HTMLSelectElement
  const option = [...field.options].find((one) => one.label === label)
  if (!option) throw new Error(`There is no option ${label}`)
  field.value = option.value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
