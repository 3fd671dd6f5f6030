import 'vuetify/styles/core'

import type { App } from 'vue'
import { createVuetify } from 'vuetify'
import { mdi } from 'vuetify/iconsets/mdi-svg'

import { i18n } from '#src/locales/i18n.ts'
import { directionOf, firstLanguage } from '#src/locales/languages.ts'

import { dark, light } from './themeColours.ts'

/** Installs Vuetify with the themes and component defaults. The theme follows the system until the user chooses one. */
export function installVuetify(app: App): void {
  if ('adoptedStyleSheets' in document) app.provide('usehead', constructedStyleSheets)
  app.use(
    createVuetify({
      // Vuetify's own texts are not shown, so its locale stays English. Menus open in the direction of the page.
      locale: {
        rtl: {
          get en() {
            return directionOf(firstLanguage([i18n.global.locale.value])) === 'rtl'
          },
        },
      },
      theme: { defaultTheme: 'system', themes: { light, dark } },
      // No aliases: they add fifty icons to the bundle, and no component we use shows an icon by its alias.
      icons: { defaultSet: 'mdi', sets: { mdi } },
      defaults: {
        // The ripple makes a pressed button look disabled.
        global: { ripple: false },
        // Without this, a link button looks active when it leads to a parent route.
        VBtn: { variant: 'flat', active: false },
        VTextField: textField,
        VTextarea: textField,
      },
    }),
  )
}

const textField = {
  variant: 'outlined',
  density: 'compact',
  color: 'primary',
  // src/ui/components/TextField.vue shows the hint and the error; its comment explains why.
  hideDetails: true,
}

interface HeadEntry {
  style: { textContent: string }[]
}

/**
 * Stands in for the document head manager (Unhead) that Vuetify writes its theme to. Without one, Vuetify adds a `<style>`
 * element, which our Content-Security-Policy blocks. A constructed style sheet needs no exception in the policy.
 */
const constructedStyleSheets = {
  push(getHead: () => HeadEntry) {
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const write = () =>
      sheet.replaceSync(
        getHead()
          .style.map((entry) => entry.textContent)
          .join(''),
      )
    write()
    return { patch: write }
  },
}
