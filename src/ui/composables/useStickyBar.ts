import { tryOnScopeDispose, useResizeObserver } from '@vueuse/core'
import type { Ref } from 'vue'

/**
 * Reserves the bottom of the window for a bar that sticks there. The page's custom property `--bar-height` has the bar's
 * height, so that messages and other fixed elements stay above it. A page has at most one such bar.
 *
 * @param bar the bar.
 * @param options.gap the distance between the bar and the bottom of the window, in pixels. The same as in the bar's styles.
 */
export function useStickyBar(
  bar: Readonly<Ref<HTMLElement | null>>,
  { gap = 0 }: { gap?: number } = {},
): void {
  const { style } = document.documentElement

  useResizeObserver(
    bar,
    (entries) => {
      const height = entries[0]?.borderBoxSize[0]?.blockSize ?? 0
      style.setProperty('--bar-height', `${height + gap}px`)
    },
    { box: 'border-box' },
  )
  tryOnScopeDispose(() => style.removeProperty('--bar-height'))
}
