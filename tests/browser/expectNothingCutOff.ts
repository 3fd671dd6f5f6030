import { expect } from 'vitest'

/** Texts that end in an ellipsis. The whole text is in a tooltip, the open entry, on the page of the token, or in the open list. */
const shortened =
  '.access-badge__features, .change-lines__details summary, .access-summary__line, .demo-field'

/** What people, applications and the contract say may be cut off. */
const foreign = '[lang]:not(html), [translate=no]'

/** Boxes with a border or a background, and cells: a text must not stick out of them. */
const boxes = 'button, .v-btn, .chip, th, td, summary, [role=tab], [role=menuitem], [class*=badge]'

/** The room of a text in pixels. */
interface Room {
  left: number
  right: number
  top: number
  bottom: number
}

const everywhere = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }

/** Expects that no text of the product is cut off, or sticks out of its box. */
export function expectNothingCutOff(label = ''): void {
  expect.soft(findCutOff(), `cut off: ${label}`).toEqual([])
}

/** Returns the elements whose text is cut off or sticks out of its box. */
export function findCutOff(): string[] {
  return [...new Set([...cutOffTexts(), ...cutOffInFields()])]
}

function* cutOffTexts(): Generator<string> {
  const rooms = new Map<Element, Room | 'hidden'>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim() || parent.closest(`${foreign}, ${shortened}`)) continue
    if (!parent.checkVisibility({ visibilityProperty: true })) continue
    const room = roomOf(parent, rooms)
    if (room === 'hidden') continue
    range.selectNodeContents(node)
    if ([...range.getClientRects()].some((rect) => isOutside(rect, room))) yield describe(parent)
  }
}

function isOutside(rect: DOMRect, room: Room): boolean {
  if (rect.width === 0) return false
  // A line may be a little higher than its box.
  const middle = (rect.top + rect.bottom) / 2
  const isBeside = rect.left < room.left - 1 || rect.right > room.right + 1
  return isBeside || middle < room.top || middle > room.bottom
}

/** Returns the room inside an element and what surrounds it; `hidden` if the element is only for screen readers. */
function roomOf(element: Element, rooms: Map<Element, Room | 'hidden'>): Room | 'hidden' {
  const known = rooms.get(element)
  if (known) return known
  const room = measureRoom(element, rooms)
  rooms.set(element, room)
  return room
}

function measureRoom(element: Element, rooms: Map<Element, Room | 'hidden'>): Room | 'hidden' {
  const { clipPath, overflowX, overflowY, position } = getComputedStyle(element)
  if (clipPath !== 'none') return 'hidden'
  const outer = element.parentElement ? roomOf(element.parentElement, rooms) : everywhere
  if (outer === 'hidden') return 'hidden'
  // What scrolls can be seen, and what has a position of its own is elsewhere.
  const isFree = position === 'absolute' || position === 'fixed'
  const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`)
  if (scrolls) return everywhere
  const around = isFree ? everywhere : outer
  const isBox = element.matches(boxes)
  const own = element.getBoundingClientRect()
  const hides = (overflow: string) => isBox || overflow === 'hidden' || overflow === 'clip'
  return {
    left: hides(overflowX) ? Math.max(own.left, around.left) : around.left,
    right: hides(overflowX) ? Math.min(own.right, around.right) : around.right,
    top: hides(overflowY) ? Math.max(own.top, around.top) : around.top,
    bottom: hides(overflowY) ? Math.min(own.bottom, around.bottom) : around.bottom,
  }
}

const arrow = 18
const canvas = document.createElement('canvas').getContext('2d')

/** Placeholders and chosen options that are longer than their field. */
function* cutOffInFields(): Generator<string> {
  for (const field of document.body.querySelectorAll<HTMLElement>('input, select')) {
    const text = textInField(field)
    if (
      text === '' ||
      !canvas ||
      !field.checkVisibility() ||
      field.closest(`${foreign}, ${shortened}`)
    )
      continue
    const style = getComputedStyle(field)
    canvas.font = style.font
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight)
    const room = field.clientWidth - padding - (field instanceof HTMLSelectElement ? arrow : 0)
    if (canvas.measureText(text).width > room + 1) yield `${startTag(field)} ${text}`
  }
}

function textInField(field: HTMLElement): string {
  if (field instanceof HTMLSelectElement) {
    const [option] = field.selectedOptions
    return option && !option.closest(foreign) ? option.text : ''
  }
  // The hint of a search may end in an ellipsis: the name of the field says what it does.
  if (!(field instanceof HTMLInputElement) || field.type === 'search') return ''
  return field.value === '' ? field.placeholder : ''
}

function describe(element: HTMLElement): string {
  return `${startTag(element)} ${element.innerText.trim().slice(0, 80)}`
}

const startTag = ({ outerHTML }: HTMLElement) =>
  outerHTML.slice(0, Math.min(outerHTML.indexOf('>') + 1, 160))
