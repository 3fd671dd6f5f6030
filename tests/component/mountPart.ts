import type { Component } from 'vue'

import { installLooks, show } from '../kit/mount/show.ts'

/** Mounts a component into the main landmark of an empty page, without the router and the API. */
export function mountPart(part: Component): void {
  show(part, { install: installLooks, inMain: true })
}
