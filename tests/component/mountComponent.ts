import type { Component } from 'vue'

import { installTheme, show } from '#src/kit/mount/show.ts'

/** Mounts a component into the main landmark of an empty page, without the router and the API. */
export function mountComponent(part: Component): void {
  show(part, { install: installTheme, inMain: true })
}
