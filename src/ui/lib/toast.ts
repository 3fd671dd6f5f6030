import { computed, readonly, ref, shallowRef } from 'vue'

const displayMs = 8_000
const maxRecent = 5

/** A button in the message, such as "Undo". */
interface ToastAction {
  text: string
  run: () => Promise<void>
}

interface Toast {
  text: string
  /** The action that it reports leads to another page, where the message stays. */
  staysOnNextPage: boolean
  action: ToastAction | undefined
}

const shown = shallowRef<Toast>()
const recent = ref<string[]>([])
let clearTimer: ReturnType<typeof setTimeout> | undefined

/** The text in the page's status region. Empty when there is no message. */
export const toastMessage = computed(() => shown.value?.text ?? '')

/** The button of the message. Undefined if it has none. */
export const toastAction = computed(() => shown.value?.action)

/** The texts of the last messages, the newest first. */
export const recentToasts = readonly(recent)

/**
 * Shows a success message for some seconds, and lets screen readers announce it. An empty text clears it at once. It ends when
 * the user goes to another page.
 *
 * @param options.staysOnNextPage the action leads to another page, where the message has to be seen.
 * @param options.action a button beside the text.
 */
export function showToast(
  text: string,
  { staysOnNextPage = false, action }: { staysOnNextPage?: boolean; action?: ToastAction } = {},
): void {
  clearTimeout(clearTimer)
  // Clear the text first: otherwise the same message twice would be no change, and nothing would announce it.
  shown.value = undefined
  if (text === '') return
  recent.value = [text, ...recent.value].slice(0, maxRecent)
  queueMicrotask(() => (shown.value = { text, staysOnNextPage, action }))
  resumeToast()
}

/** Keeps the message while the user reads it. */
export function pauseToast(): void {
  clearTimeout(clearTimer)
}

/** Lets the message end, after its full time. */
export function resumeToast(): void {
  clearTimeout(clearTimer)
  clearTimer = setTimeout(closeToast, displayMs)
}

/** Ends the message. */
export function closeToast(): void {
  clearTimeout(clearTimer)
  shown.value = undefined
}

/** Ends the message and forgets the last ones: the next user must not see them. */
export function forgetToasts(): void {
  closeToast()
  recent.value = []
}

/** Ends the message of another page. */
export function endToastOfPage(): void {
  const toast = shown.value
  if (toast?.staysOnNextPage) shown.value = { ...toast, staysOnNextPage: false }
  else closeToast()
}
