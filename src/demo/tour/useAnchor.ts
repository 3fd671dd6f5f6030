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

/** How far the card stays from the window's edges; above, from the header. What lies beside the page keeps its room. */
function edges() {
  const { paddingRight, paddingBottom } = getComputedStyle(document.body)
  return {
    top: 64,
    left: 12,
    right: 12 + (parseFloat(paddingRight) || 0),
    bottom: 12 + (parseFloat(paddingBottom) || 0),
  }
}

/** How wide the card is where there is room, as in its styles, and how far it stands from its target. */
const cardWidth = 320
const gap = 18
/** What must be seen of the target, in pixels, before the card stands at it. */
const enough = 16

/**
 * Puts the card beside what it points at, never over it, and follows it.
 *
 * @param target what is pointed at.
 * @param card what stands beside it.
 */
export function useAnchor(
  target: Readonly<Ref<HTMLElement | undefined>>,
  card: Readonly<Ref<HTMLElement | null>>,
  tip: Readonly<Ref<HTMLElement | null>>,
) {
  /** Where the target is on the screen; undefined while it is out of sight. */
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
        padding: edges(),
        fallbackPlacements: ['bottom-start', 'top-start'],
      })),
      shift(() => ({ padding: edges() })),
      size(() => ({
        padding: edges(),
        apply: ({ availableHeight, elements }) =>
          elements.floating.style.setProperty('--room', `${Math.floor(availableHeight)}px`),
      })),
      arrow({ element: tip, padding: 16 }),
    ]),
    whileElementsMounted: (reference, floating, update) =>
      autoUpdate(reference, floating, () => {
        update()
        measure()
      }),
  })

  function measure(): void {
    const next = target.value && isInSight(target.value) ? boxOf(target.value) : undefined
    if (JSON.stringify(next) !== JSON.stringify(box.value)) box.value = next
  }

  watch(target, (next, before) => {
    if (next && next !== before) bringIntoSight(next)
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
 * Beside a field, as what comes next is below it, and beside a dialog's buttons, as it is to be read first: where there is
 * room for that.
 */
function preferredFor(target: HTMLElement | undefined, box: Box | undefined): Placement {
  const room = cardWidth + gap
  const { left, right } = edges()
  if (target?.closest('dialog') && box) {
    return window.innerWidth - box.left - box.width - right >= room ? 'right' : 'bottom-start'
  }
  const isField = target?.matches('input, textarea, [role=radiogroup]') === true
  return isField && box && box.left - left >= room ? 'left-start' : 'bottom-start'
}

function boxOf(element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Whether enough of it is seen, and no header or bar lies over that. */
function isInSight(element: HTMLElement): boolean {
  const { left, right, top, bottom, height } = element.getBoundingClientRect()
  const from = Math.max(top, 0)
  const to = Math.min(bottom, window.innerHeight)
  if (to - from < Math.min(enough, height)) return false
  const middle = (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2
  const hit = document
    .elementsFromPoint(middle, (from + to) / 2)
    .find((candidate) => !candidate.closest('[data-tour]'))
  return !!hit && (element.contains(hit) || hit.contains(element))
}

/** Scrolls as far as is needed to see the target, with what names it above and, on a phone, room for the card below. */
export function bringIntoSight(target: HTMLElement): void {
  if (staysInPlace(target)) return
  const { top, bottom, height } = target.getBoundingClientRect()
  const narrow = window.innerWidth < 900
  const end = window.innerHeight - edges().bottom
  const inSight = top >= 96 && bottom <= end - 84
  if (inSight && !narrow) return
  const above = narrow ? 112 : Math.max(96, (end - height) / 2)
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  window.scrollBy({ top: top - above, behavior: still ? 'instant' : 'smooth' })
}

/** What does not move when the page is scrolled. */
function staysInPlace(element: HTMLElement): boolean {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    if (['fixed', 'sticky'].includes(getComputedStyle(each).position)) return true
  }
  return false
}
