import { useEventListener } from '@vueuse/core'
import { nextTick, onMounted, type Ref, ref, watch } from 'vue'

import { tourKey } from './tourKey.ts'
import type { useTourTexts } from './useTourTexts.ts'

interface FocusOptions {
  card: Readonly<Ref<HTMLElement | null>>
  /** The element that the card points at. */
  target: Readonly<Ref<HTMLElement | undefined>>
  /** The parent of the card. A card that moves to another parent loses focus. */
  container: Readonly<Ref<HTMLElement | 'body'>>
  texts: Pick<ReturnType<typeof useTourTexts>, 'partText' | 'title' | 'text' | 'task'>
  /** Returns whether the card takes focus when it mounts. */
  takesFocus: () => boolean
}

/**
 * Moves focus between the page and the card with the tour's key. Keeps focus in the card if it was there before the step changed;
 * otherwise announces the step without moving focus.
 *
 * @returns `announced`, the text for a live region, and functions that check for focus in the card and move it there.
 */
export function useTourFocus({ card, target, container, texts, takesFocus }: FocusOptions) {
  const announced = ref('')

  watch([texts.title, container], async ([title, where], [titleBefore, whereBefore]) => {
    const hadFocus = hasFocus()
    await nextTick()
    if (hadFocus && !isTyping()) focusCard()
    else if (title !== titleBefore || where !== whereBefore) announce()
  })

  onMounted(() => {
    if (takesFocus()) focusCard()
    else requestAnimationFrame(announce)
  })

  function announce(): void {
    const { partText, title, text, task } = texts
    announced.value = [partText.value, title.value, text.value, task.value]
      .filter(Boolean)
      .join(' ')
  }

  function hasFocus(): boolean {
    return card.value?.contains(document.activeElement) ?? false
  }

  function isTyping(): boolean {
    return !hasFocus() && document.activeElement?.matches('input, textarea') === true
  }

  function focusCard(): void {
    announced.value = ''
    card.value?.focus({ preventScroll: true })
  }

  /** The focused element before focus moved to the card. */
  let focusedBefore: Element | null = null

  useEventListener(document, 'keydown', (event) => {
    if (event.key !== tourKey) return
    event.preventDefault()
    if (hasFocus()) focusPage()
    else {
      focusedBefore = document.activeElement
      focusCard()
    }
  })

  /** Moves focus to the target, or else to the element that had focus before. */
  function focusPage(): void {
    const inside = 'a[href], button, input:checked, input, textarea'
    const pointedAt = target.value?.matches(inside)
      ? target.value
      : (target.value?.querySelector<HTMLElement>(':checked') ??
        target.value?.querySelector<HTMLElement>(inside))
    const before = focusedBefore instanceof HTMLElement && focusedBefore.isConnected
    const next = pointedAt ?? (before ? (focusedBefore as HTMLElement) : undefined)
    ;(next ?? document.querySelector<HTMLElement>('main'))?.focus()
  }

  return { announced, hasFocus, focusCard }
}
