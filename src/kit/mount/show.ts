import { mount, type VueWrapper } from '@vue/test-utils'
import { onTestFinished } from 'vitest'
import type { App, Component } from 'vue'

import { installVuetify } from '#src/app/vuetify.ts'
import '#src/locales/all.ts'
import { i18n } from '#src/locales/i18n.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

import { polyfillJsdom } from './jsdomPolyfills.ts'

/** Installs the texts and the design of the application: enough for a component that needs neither the API nor the router. */
export function installTheme(app: App): void {
  app.use(i18n)
  installVuetify(app)
}

/** Mounts a component into the page, and unmounts it after the test. */
export function show(
  component: Component,
  {
    install,
    props = {},
    inMain = false,
  }: { install: (app: App) => void; props?: Record<string, unknown>; inMain?: boolean },
): VueWrapper {
  polyfillJsdom()
  const container = inMain ? mainLandmark() : document.body
  const wrapper: VueWrapper = mount(component, {
    attachTo: container,
    props,
    global: {
      plugins: [{ install }],
      // Vuetify's menus wait for the end of their transition; a stub would never emit it.
      stubs: { transition: false, 'transition-group': false },
    },
  })
  onTestFinished(async () => {
    wrapper.unmount()
    if (inMain) container.remove()
    await showLanguage('en')
  })
  return wrapper
}

function mainLandmark(): HTMLElement {
  const main = document.createElement('main')
  main.id = 'main'
  document.body.append(main)
  return main
}
