import type { Locator } from 'vitest/browser'

/** Gives the focus to a control. What is under test begins there. */
export function focusOn(control: Locator): void {
  control.element().focus()
}
