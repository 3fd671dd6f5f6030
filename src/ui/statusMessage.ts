import { readonly, ref } from 'vue'

const lifetime = 8_000
const message = ref('')
let ending: ReturnType<typeof setTimeout> | undefined

/** What the one status region of the page says, empty most of the time. */
export const statusMessage = readonly(message)

/** Tells that something went well: shown for some seconds, and read out by assistive technology. An empty text ends it now. */
export function showStatus(text: string): void {
  clearTimeout(ending)
  // Saying the same thing twice is a change only if there was nothing in between.
  message.value = ''
  if (text === '') return
  queueMicrotask(() => (message.value = text))
  ending = setTimeout(clearStatus, lifetime)
}

function clearStatus(): void {
  message.value = ''
}
