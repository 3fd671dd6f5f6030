import { configure } from '@testing-library/dom'
import { config } from '@vue/test-utils'
import { afterEach, beforeEach, expect, vi } from 'vitest'

import { takeMismatches } from '../contract/seen.ts'

configure({ asyncUtilTimeout: 5_000 })
vi.setConfig({ testTimeout: 20_000 })
// Vuetify's menus wait for the end of their transition, which a stub would never tell.
config.global.stubs = { transition: false, 'transition-group': false }

// What browsers have and jsdom has not. Nothing is laid out here, so what measures never has anything to tell.
class NeverTells {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NeverTells)
vi.stubGlobal('IntersectionObserver', NeverTells)
vi.stubGlobal('visualViewport', Object.assign(new EventTarget(), { width: 1024, height: 768 }))
vi.stubGlobal('matchMedia', (media: string) =>
  Object.assign(new EventTarget(), { media, matches: false }),
)
vi.stubGlobal('scrollTo', () => undefined)
HTMLElement.prototype.scrollIntoView = () => undefined
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  get(this: HTMLElement) {
    return this.textContent
  },
})

const focusedBefore = new WeakMap<HTMLDialogElement, Element | null>()

// As the HTML standard has it: a dialog takes the focus when it opens and gives it back when it closes, Escape closes it,
// and `close` tells of it a little later.
HTMLDialogElement.prototype.showModal = function () {
  focusedBefore.set(this, document.activeElement)
  this.open = true
  const focusable = 'button, [href], input, select, textarea, [tabindex]'
  const first = this.querySelector('[autofocus]') ?? this.querySelector(focusable)
  if (first instanceof HTMLElement) first.focus()
  document.addEventListener('keydown', closeByEscape)
}
HTMLDialogElement.prototype.close = function () {
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

// A warning of Vue, the router or Vuetify is a fault, and so is an error that only the console was told of.
const said: string[] = []
beforeEach(() => {
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => {
      said.push(words.map(String).join(' '))
    })
  }
})
afterEach(() => {
  expect(said.splice(0)).toEqual([])
  // A page never sends what the contract does not allow.
  expect(takeMismatches('request')).toEqual([])
})
