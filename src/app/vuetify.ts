import 'vuetify/styles/core'

import type { App } from 'vue'
import { createVuetify } from 'vuetify'
import { mdi } from 'vuetify/iconsets/mdi-svg'

import { dark, light } from './theme.ts'

/**
 * Adds Vuetify: the theme, which follows the system until the reader chooses, and how its parts look by default.
 */
export function useVuetify(app: App): void {
  if ('adoptedStyleSheets' in document) app.provide('usehead', constructedStyleSheets)
  app.use(
    createVuetify({
      theme: { defaultTheme: 'system', themes: { light, dark } },
      // No aliases: they would bring fifty icons, and none of the parts that we use shows one by its alias.
      icons: { defaultSet: 'mdi', sets: { mdi } },
      defaults: {
        // A wave over a button that has just been pressed makes it look switched off.
        global: { ripple: false },
        // A button that leads somewhere is no tab: it looks the same where it leads to the page above this one.
        VBtn: { variant: 'flat', active: false },
        VTextField: textField,
        VTextarea: textField,
      },
    }),
  )
}

const textField = {
  variant: 'outlined',
  density: 'comfortable',
  color: 'primary',
  // Hint and error stand in our own wrap, src/ui/TextField.vue, which says why.
  hideDetails: true,
}

interface HeadEntry {
  style: { textContent: string }[]
}

/**
 * Takes the place of a document head manager, where Vuetify looks for one to write its theme to. Without it, Vuetify
 * makes a `<style>` element, which our Content-Security-Policy refuses; a constructed style sheet needs no exception.
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
