import { readonly, ref } from 'vue'

const displayMs = 8_000
const message = ref('')
let clearTimer: ReturnType<typeof setTimeout> | undefined

/** The text in the page's status region. Empty when there is no message. */
export const toastMessage = readonly(message)

/** Shows a success message for some seconds, and lets screen readers announce it. An empty text clears it at once. */
export function showToast(text: string): void {
  clearTimeout(clearTimer)
  // Clear the text first: otherwise the same message twice would be no change, and nothing would announce it.
  message.value = ''
  if (text === '') return
  queueMicrotask(() => (message.value = text))
  clearTimer = setTimeout(clearStatus, displayMs)
}

function clearStatus(): void {
  message.value = ''
}
