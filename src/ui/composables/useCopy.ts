import { nextTick, type Ref, ref } from 'vue'

import { copyText } from '../lib/copyText.ts'

/** The outcome of the last copy, and the function that copies. */
export interface Copying {
  copied: Ref<boolean>
  /** The browser refused access to the clipboard. */
  copyFailed: Ref<boolean>
  /** Copies a text, as {@link copyText} does. Resolves to whether it was copied. Does not throw. */
  copy: (text: string | Promise<string>) => Promise<boolean>
}

/**
 * Copies texts to the clipboard.
 *
 * @param selectText selects the text, so that the user can copy it. Called after a failure, when the page shows it.
 */
export function useCopy(selectText: () => void): Copying {
  const copied = ref(false)
  const copyFailed = ref(false)

  async function copy(text: string | Promise<string>): Promise<boolean> {
    copyFailed.value = false
    copied.value = await copyText(text).then(
      () => true,
      () => false,
    )
    if (copied.value) return true
    copyFailed.value = true
    await nextTick()
    selectText()
    return false
  }

  return { copied, copyFailed, copy }
}
