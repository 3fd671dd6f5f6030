import type { Locator } from 'vitest/browser'

/** Focuses a control, as the starting point of a test. */
export function focusOn(control: Locator): void {
  control.element().focus()
}
