import { useEventListener } from '@vueuse/core'
import { computed, ref } from 'vue'

import { readItem, writeItem } from '#src/shared/browserStorage.ts'

const storageKey = 'edesk-shortcuts'
const stored = ref(readItem('localStorage', storageKey) !== 'off')

/** Whether single keys are shortcuts. Off, for example, for people who speak to their computer (WCAG 2.1.4). */
export const shortcutsEnabled = computed({
  get: () => stored.value,
  set: (isOn) => {
    stored.value = isOn
    writeItem('localStorage', storageKey, isOn ? null : 'off')
  },
})

const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

/** Returns whether a key press is a shortcut, and not text for a field or a command for a menu or the browser. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (!stored.value || event.defaultPrevented) return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  const { target } = event
  if (target instanceof Element && target.closest(`${fields}, [role=menu]`)) return false
  // The page behind an open dialog is inert.
  return document.querySelector('dialog[open]') === null
}

/**
 * Calls a function when the user presses a key anywhere on the page.
 *
 * @param key the value of `KeyboardEvent.key`, in lower case.
 */
export function useShortcut(key: string, run: () => void): void {
  useEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== key || !isShortcut(event)) return
    event.preventDefault()
    run()
  })
}
