import { mount } from '@vue/test-utils'
import { type Component, defineComponent, h } from 'vue'
import { onTestFinished } from 'vitest'

import { useVuetify } from '#src/app/vuetify.ts'
import { i18n } from '#src/locales/i18n.ts'

/** Shows a part of the interface by itself, in the main landmark of an otherwise empty page. */
export function mountPart(part: Component): void {
  const page = defineComponent({ render: () => h('main', { id: 'main' }, h(part)) })
  const app = mount(page, {
    attachTo: document.body,
    global: { plugins: [i18n, { install: useVuetify }] },
  })
  onTestFinished(() => app.unmount())
}
