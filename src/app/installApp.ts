import { PiniaColada } from '@pinia/colada'
import { createPinia, type Pinia } from 'pinia'
import type { App } from 'vue'
import type { Router } from 'vue-router'

import { i18n } from '#src/locales/i18n.ts'

import { resendAborted } from './resendAborted.ts'
import { installVuetify } from './vuetify.ts'

/** Installs the plugins that the pages need: Pinia, Pinia Colada, i18n, Vuetify and the router. */
export function installApp(
  app: App,
  { router, pinia = createPinia() }: { router: Router; pinia?: Pinia },
): void {
  app.use(pinia)
  app.use(PiniaColada, { queryOptions: { staleTime: 0 }, plugins: [resendAborted] })
  app.use(i18n)
  installVuetify(app)
  app.use(router)
}
