/** What browsers have and jsdom has not. Nothing is laid out there, so what measures never has anything to tell. */
export function fillJsdomGaps(): void {
  add(globalThis, 'ResizeObserver', NeverTells)
  add(globalThis, 'IntersectionObserver', NeverTells)
  const viewport = Object.assign(new EventTarget(), { width: 1024, height: 768 })
  add(globalThis, 'visualViewport', viewport)
  add(globalThis, 'matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false }),
  )
  add(HTMLElement.prototype, 'scrollIntoView', () => undefined)
  addInnerText()
  add(HTMLDialogElement.prototype, 'showModal', showModal)
  add(HTMLDialogElement.prototype, 'close', close)
  // It is there, and only says that it does nothing.
  if (navigator.userAgent.includes('jsdom')) window.scrollTo = () => undefined
}

class NeverTells {
  observe() {}
  unobserve() {}
  disconnect() {}
}

function add(to: object, name: string, value: unknown): void {
  // Vitest names what jsdom's window might have, also where it has not.
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

// As the HTML standard has it: a dialog takes the focus when it opens and gives it back when it closes, Escape closes it,
// and `close` tells of it a little later.
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
  const before = focusedBefore.get(this)
  if (before instanceof HTMLElement) before.focus()
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
}

function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  const top = [...document.querySelectorAll('dialog[open]')].at(-1)
  if (top instanceof HTMLDialogElement) top.close()
}
