/**
 * Runs in the page, after @testing-library/dom: finds elements by role and name in the same way for every driver. Must not
 * import anything (tools/build/compileInlineScript.ts).
 */
interface Wanted {
  role: string
  name?: string
  /** A prefix of the name, instead of the whole name. */
  nameBegins?: string
  /** The element that contains it. */
  within?: Wanted
}

interface TestingLibrary {
  queryAllByRole(
    container: HTMLElement,
    role: string,
    options: { name?: (name: string) => boolean; hidden?: boolean },
  ): HTMLElement[]
}

/** `execCommand` is deprecated, but it is the only way to type text like a user in every engine. */
interface EditingDocument {
  execCommand(command: 'insertText', shownByBrowser: false, text: string): boolean
}

const { TestingLibraryDom } = globalThis as unknown as { TestingLibraryDom: TestingLibrary }

Object.assign(globalThis, { edeskEngine: { find, target, valueOf, textOf, fill, choose } })

function find({ role, name, nameBegins, within }: Wanted): HTMLElement | null {
  const container = within ? find(within) : document.body
  if (!container) return null
  const matches = (actual: string) =>
    nameBegins === undefined ? name === undefined || actual === name : actual.startsWith(nameBegins)
  // By default the library reads the style of each element and its ancestors, which takes half a second in WebKit.
  const all = TestingLibraryDom.queryAllByRole(container, role, { name: matches, hidden: true })
  return all.find(isShown) ?? null
}

function isShown(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], [inert]') === null
  )
}

/**
 * Scrolls the element to click to the center, where no sticky element covers it. Finds nothing while a part of the page
 * loads, because the page moves its buttons when the part arrives: the click would miss.
 */
function target(wanted: Wanted): HTMLElement | null {
  if (document.querySelector('main [aria-busy="true"]')) return null
  const element = find(wanted)
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
  return element
}

function findOrThrow(wanted: Wanted): HTMLElement {
  const element = find(wanted)
  if (!element) throw new Error(`Element not found: ${JSON.stringify(wanted)}`)
  return element
}

function valueOf(wanted: Wanted): string {
  return (findOrThrow(wanted) as HTMLInputElement).value
}

function textOf(wanted: Wanted): string {
  return findOrThrow(wanted).innerText
}

/** Types like a user: replaces the current text and fires input events. */
function fill(wanted: Wanted, text: string): void {
  const field = findOrThrow(wanted) as HTMLInputElement
  field.focus()
  field.select()
  const editing: EditingDocument = document
  editing.execCommand('insertText', false, text)
}

function choose(wanted: Wanted, label: string): void {
  const field = findOrThrow(wanted) as HTMLSelectElement
  const option = [...field.options].find((one) => one.label === label)
  if (!option) throw new Error(`Option not found: ${label}`)
  field.value = option.value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
