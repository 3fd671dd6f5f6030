import { useEventListener } from '@vueuse/core'
import { readonly, ref } from 'vue'

/** The header, with the room that the page keeps below it when it scrolls to an anchor. */
const headerHeight = 96

/**
 * Tells which section of the page the user reads.
 *
 * @param anchors the ids of the sections' headings, from the top of the page to its end.
 */
export function useCurrentSection(anchors: readonly string[]) {
  const current = ref(anchors[0])
  /** Where the page was when the user chose a section. A section at the end of the page may not reach the top of the window. */
  let chosenAt: number | undefined

  function follow(): void {
    if (scrollY === chosenAt) return
    chosenAt = undefined
    // The line at which sections change is below the header. At the end of the page it moves down, to pass the last headings.
    const { scrollHeight, clientHeight } = document.documentElement
    const untilEnd = (scrollHeight - clientHeight - scrollY) / clientHeight
    const line = headerHeight + Math.max(0, 1 - untilEnd) * (clientHeight - headerHeight)
    const isAbove = (anchor: string) => {
      const heading = document.getElementById(anchor)
      return heading !== null && heading.getBoundingClientRect().top <= line
    }
    current.value = anchors.findLast(isAbove) ?? anchors[0]
  }

  /** Makes a section the current one, until the user scrolls. */
  function choose(anchor: string): void {
    current.value = anchor
    chosenAt = scrollY
  }

  useEventListener(window, ['scroll', 'resize'], follow, { passive: true })
  return { current: readonly(current), choose }
}
