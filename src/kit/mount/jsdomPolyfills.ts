/** Adds the browser features that jsdom lacks. jsdom has no layout, so the observers never report anything. */
export function polyfillJsdom(): void {
  add(globalThis, 'ResizeObserver', SilentObserver)
  add(globalThis, 'IntersectionObserver', SilentObserver)
  const viewport = Object.assign(new EventTarget(), { width: 1024, height: 768 })
  add(globalThis, 'visualViewport', viewport)
  add(globalThis, 'matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false }),
  )
  add(HTMLElement.prototype, 'scrollIntoView', () => undefined)
  addInnerText()
  add(HTMLDialogElement.prototype, 'showModal', showModal)
  add(HTMLDialogElement.prototype, 'close', close)
  // jsdom has `scrollTo`, but it only reports "not implemented".
  if (navigator.userAgent.includes('jsdom')) window.scrollTo = () => undefined
}

class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

function add(to: object, name: string, value: unknown): void {
  // Vitest defines some globals of jsdom as undefined, so `in` would not do.
  if (Reflect.get(to, name) !== undefined) return
  Object.defineProperty(to, name, { value, configurable: true, writable: true })
}

function addInnerText(): void {
  if ('innerText' in HTMLElement.prototype) return
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent
    },
  })
}

const focusedBefore = new WeakMap<HTMLDialogElement, Element | null>()

// As in the HTML standard: a dialog takes the focus when it opens and returns it when it closes, Escape closes it, and the
// event `close` fires asynchronously.
function showModal(this: HTMLDialogElement): void {
  focusedBefore.set(this, document.activeElement)
  this.open = true
  const focusable = 'button, [href], input, select, textarea, [tabindex]'
  const first = this.querySelector('[autofocus]') ?? this.querySelector(focusable)
  if (first instanceof HTMLElement) first.focus()
  document.addEventListener('keydown', closeByEscape)
}

function close(this: HTMLDialogElement): void {
  if (!this.open) return
  this.open = false
  const previous = focusedBefore.get(this)
  if (previous instanceof HTMLElement) previous.focus()
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
}

function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const top = [...document.querySelectorAll('dialog[open]')].at(-1)
  if (top instanceof HTMLDialogElement) top.close()
}
