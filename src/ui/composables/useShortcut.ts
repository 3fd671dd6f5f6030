import { useEventListener } from '@vueuse/core'

import { isShortcut, shortcutKey } from '../lib/shortcuts.ts'

/**
 * Calls a function when the user presses a key anywhere on the page.
 *
 * @param key the value of `KeyboardEvent.key`, in lower case.
 */
export function useShortcut(key: string, run: () => void): void {
  useEventListener('keydown', (event) => {
    if (shortcutKey(event) !== key || !isShortcut(event)) return
    event.preventDefault()
    run()
  })
}
