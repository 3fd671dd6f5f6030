import {
  arrow,
  autoUpdate,
  flip,
  offset,
  type Placement,
  shift,
  size,
  useFloating,
} from '@floating-ui/vue'
import { computed, type Ref, shallowRef, watch } from 'vue'

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The card's minimum distances from the window's edges, which keep it off the header and the demo panel. */
function viewportPadding() {
  const { paddingLeft, paddingRight, paddingBottom } = getComputedStyle(document.body)
  return {
    top: 64,
    left: 12 + (parseFloat(paddingLeft) || 0),
    right: 12 + (parseFloat(paddingRight) || 0),
    bottom: 12 + (parseFloat(paddingBottom) || 0),
  }
}

/** The card's maximum width (as in its styles) and its distance from the target, in pixels. */
const cardWidth = 320
const gap = 18
/** The height of the target that must be visible before the card is placed beside it, in pixels. */
const minVisibleHeight = 16

/**
 * Positions the card beside its target without covering it, and follows the target.
 *
 * @param target the element that the card points at.
 * @param card the card.
 * @param tip the arrow of the card.
 */
export function useAnchor(
  target: Readonly<Ref<HTMLElement | undefined>>,
  card: Readonly<Ref<HTMLElement | null>>,
  tip: Readonly<Ref<HTMLElement | null>>,
) {
  /** The target's box in the viewport; undefined while the target is not visible. */
  const box = shallowRef<Box>()

  const { floatingStyles, middlewareData, placement, isPositioned } = useFloating(target, card, {
    strategy: 'fixed',
    transform: false,
    open: computed(() => target.value !== undefined),
    placement: computed(() => preferredFor(target.value, box.value)),
    middleware: computed(() => [
      offset(gap),
      flip(() => ({
        crossAxis: false,
        padding: viewportPadding(),
        fallbackPlacements: ['bottom-start', 'top-start'],
      })),
      shift(() => ({ padding: viewportPadding() })),
      size(() => ({
        padding: viewportPadding(),
        apply: ({ availableHeight, elements }) =>
          elements.floating.style.setProperty('--room', `${Math.floor(availableHeight)}px`),
      })),
      arrow({ element: tip, padding: 16 }),
    ]),
    whileElementsMounted: (reference, floating, update) => {
      let frame = 0
      const stop = autoUpdate(reference, floating, () => {
        cancelAnimationFrame(frame)
        // In the next frame, because a change of the card's height inside a resize observer would be reported as a loop.
        frame = requestAnimationFrame(() => {
          update()
          measure()
        })
      })
      return () => {
        cancelAnimationFrame(frame)
        stop()
      }
    },
  })

  function measure(): void {
    const next = target.value && isVisible(target.value) ? boxOf(target.value) : undefined
    if (JSON.stringify(next) !== JSON.stringify(box.value)) box.value = next
  }

  watch(target, (next, before) => {
    if (next && next !== before) scrollTargetIntoView(next)
    measure()
  })

  const tipStyle = computed(() => {
    const { x, y } = middlewareData.value.arrow ?? {}
    return {
      left: x === undefined ? undefined : `${x}px`,
      top: y === undefined ? undefined : `${y}px`,
    }
  })
  const side = computed(() => placement.value.split('-')[0])

  return { box, cardStyle: floatingStyles, tipStyle, side, isPositioned, measure }
}

/**
 * Prefers the side of a field, because the next field is below it, and the side of a dialog's buttons, because the user should
 * read the dialog first. Without enough room, the card goes below the target.
 */
function preferredFor(target: HTMLElement | undefined, box: Box | undefined): Placement {
  const neededWidth = cardWidth + gap
  const { left, right } = viewportPadding()
  if (target?.closest('dialog') && box) {
    const free = window.innerWidth - box.left - box.width - right
    return free >= neededWidth ? 'right' : 'bottom-start'
  }
  const isField = target?.matches('input, textarea, [role=radiogroup]') === true
  return isField && box && box.left - left >= neededWidth ? 'left-start' : 'bottom-start'
}

function boxOf(element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Whether enough of the element is visible, and no header or bar covers it. */
function isVisible(element: HTMLElement): boolean {
  const { left, right, top, bottom, height } = element.getBoundingClientRect()
  const from = Math.max(top, 0)
  const to = Math.min(bottom, window.innerHeight)
  if (to - from < Math.min(minVisibleHeight, height)) return false
  const middle = (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2
  const hit = document
    .elementsFromPoint(middle, (from + to) / 2)
    .find((candidate) => !candidate.closest('[data-tour]'))
  return !!hit && (element.contains(hit) || hit.contains(element))
}

/** Scrolls the target into view, with space above for its label and, on a phone, space below for the card. */
export function scrollTargetIntoView(target: HTMLElement): void {
  if (isFixedOrSticky(target)) return
  const { top, bottom, height } = target.getBoundingClientRect()
  const narrow = window.innerWidth < 900
  const end = window.innerHeight - viewportPadding().bottom
  const alreadyVisible = top >= 96 && bottom <= end - 84
  if (alreadyVisible && !narrow) return
  const above = narrow ? 112 : Math.max(96, (end - height) / 2)
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  window.scrollBy({ top: top - above, behavior: reducedMotion ? 'instant' : 'smooth' })
}

/** Whether the element does not move when the page scrolls. */
function isFixedOrSticky(element: HTMLElement): boolean {
  for (let ancestor: HTMLElement | null = element; ancestor; ancestor = ancestor.parentElement) {
    if (['fixed', 'sticky'].includes(getComputedStyle(ancestor).position)) return true
  }
  return false
}
