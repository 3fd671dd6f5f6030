import type { Component } from 'vue'

import { installLooks, show } from '../kit/mount/show.ts'

/** Shows a part of the interface by itself, in the main landmark of an otherwise empty page. */
export function mountPart(part: Component): void {
  show(part, { install: installLooks, inMain: true })
}
