import { mount, type VueWrapper } from '@vue/test-utils'
import { onTestFinished } from 'vitest'
import type { App, Component } from 'vue'

import { useVuetify } from '#src/app/vuetify.ts'
import { i18n } from '#src/locales/i18n.ts'

import { fillJsdomGaps } from './jsdomGaps.ts'

/** Adds the application's words and looks, which do for what asks nothing of the service and leads nowhere. */
export function installLooks(app: App): void {
  app.use(i18n)
  useVuetify(app)
}

/** Mounts a component into the page, until the test is over. */
export function show(
  component: Component,
  {
    install,
    props = {},
    inMain = false,
  }: { install: (app: App) => void; props?: Record<string, unknown>; inMain?: boolean },
): VueWrapper {
  fillJsdomGaps()
  const place = inMain ? mainLandmark() : document.body
  const wrapper: VueWrapper = mount(component, {
    attachTo: place,
    props,
    global: {
      plugins: [{ install }],
      // Vuetify's menus wait for the end of their transition, which a stub would never tell.
      stubs: { transition: false, 'transition-group': false },
    },
  })
  onTestFinished(() => {
    wrapper.unmount()
    if (inMain) place.remove()
  })
  return wrapper
}

function mainLandmark(): HTMLElement {
  const main = document.createElement('main')
  main.id = 'main'
  document.body.append(main)
  return main
}
