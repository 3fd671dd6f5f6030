import { fireEvent } from '@testing-library/dom'

/** Presses something as a mouse does: it has the focus afterwards. */
export function press(element: HTMLElement): void {
  element.focus()
  element.click()
}

/** Puts a text in the place of what a field holds. */
export function type(field: HTMLElement, text: string): void {
  field.focus()
  fireEvent.input(field, { target: { value: text } })
}

/** Presses a key where the focus is. */
export function pressKey(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key })
}
