import { computed } from 'vue'

import { usePreference } from '../composables/usePreference.ts'

const stored = usePreference('edesk-shortcuts', ['on', 'off'])

/** Whether single keys are shortcuts. Off, for example, for people who speak to their computer (WCAG 2.1.4). */
export const shortcutsEnabled = computed({
  get: () => stored.value === 'on',
  set: (isOn) => (stored.value = isOn ? 'on' : 'off'),
})

const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

/** Returns whether a key press is a shortcut, and not text for a field or a command for a menu or the browser. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (!shortcutsEnabled.value || event.defaultPrevented) return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  const { target } = event
  if (target instanceof Element && target.closest(`${fields}, [role=menu]`)) return false
  // The page behind an open dialog is inert.
  return document.querySelector('dialog[open]') === null
}

/** Returns the pressed key in lower case. On a keyboard without Latin letters, it is the one of an English keyboard at its place. */
export function shortcutKey({ key, code, shiftKey }: KeyboardEvent): string {
  const isLatin = key.length > 1 || key <= '\u024f'
  if (isLatin) return key.toLowerCase()
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return code.startsWith('Key') ? code.slice('Key'.length).toLowerCase() : key
}
